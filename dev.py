"""Set up and check a checkout of reviewwatch, with nothing but Python 3.11 or newer.

    python3 dev.py demo            set up, then walk the whole road on invented reviews
    python3 dev.py test [ARG…]     set up, then run the tests (arguments go to pytest)
    python3 dev.py check           everything that a change must pass; `--skip NAME` leaves a step out
    python3 dev.py run ARG…        run `reviewwatch ARG…`
    python3 dev.py place [NAME]    serve an invented place on this machine, to try things by hand
    python3 dev.py docs            rewrite the generated docs
    python3 dev.py bench [NAME]    run one benchmark, or all of them
    python3 dev.py eval NAME ARG…  measure on data of yours; without NAME: which measures there are
    python3 dev.py train --data …  learn the detector's weights anew from labelled sets of yours
    python3 dev.py lock            lock the dependencies of pyproject.toml anew, with hashes

The first run makes `.venv` from the hash-locked files in `requirements/`; later runs see that nothing changed and go.
"""

# Annotations are quoted and the syntax is old on purpose: an old Python must get as far as the sentence that says so.

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
MARK = VENV / "made-by-dev.py"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OLDEST = (3, 11)

# What each use needs beyond the one before it; the order is the order of installing.
LOCKS = {"run": ("build", "run"), "dev": ("dev",), "bench": ("bench",), "train": ("train",)}
SOURCES = {
    "build": ("--group", "build"),
    "run": ("pyproject.toml",),
    "dev": ("--group", "dev"),
    "bench": ("--group", "bench"),
    "train": ("--group", "train"),
}
LOCK_OPTIONS = (
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--upgrade", "--quiet"),
    *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
)


class Trouble(Exception):  # noqa: N818 - it is told to a person, and is not always an error of the program
    """Something that the person has to mend; the text says what and how."""


def ensure(*uses: str) -> None:
    """Bring `.venv` up to date for these uses; quick where nothing changed."""
    missing = [use for use in uses if _stamp(use) != _wanted_stamp(use)]
    if not missing:
        return
    started = time.monotonic()
    if _stamp_file("run").is_file() and not _stamp("run").startswith(_place()):
        _say("`.venv` is of another Python or place; making it anew")
        _remove_venv()
    if not PYTHON.is_file() or not _stamp_file("run").is_file():
        _make_venv()
        missing = list(uses)
    for use in missing:
        _install(use)
        _stamp_file(use).write_text(_wanted_stamp(use), encoding="utf-8")
    _say(f"set up in {time.monotonic() - started:.0f} s")


def _python_id() -> str:
    return f"{sys.implementation.cache_tag} {sys.version.split()[0]}"


def _place() -> str:
    """Return what an environment is bound to: its interpreter, and its folder, which its scripts name."""
    return f"{_python_id()} {ROOT} "


def _wanted_stamp(use: str) -> str:
    """Return what the stamp reads once a use is installed: the Python and a hash of what decides what is installed."""
    digest = hashlib.sha256()
    files = [ROOT / "requirements" / f"{name}.txt" for name in LOCKS[use]]
    for path in [*files, ROOT / "pyproject.toml"]:
        digest.update(path.read_bytes())
    return _place() + digest.hexdigest()


def _stamp(use: str) -> str:
    try:
        return _stamp_file(use).read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""


def _stamp_file(use: str) -> Path:
    return VENV / f"{use}.stamp"


def _make_venv() -> None:
    if VENV.exists():
        _say("`.venv` is half made; making it anew")
        _remove_venv()
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian ships Python without it
        import venv  # noqa: PLC0415 - half of the start-up time of this file
    except ImportError:
        raise Trouble(
            f"This Python ({sys.executable}) cannot make virtual environments.\n"
            "On Debian and Ubuntu: apt install python3-venv. Then run the same command again."
        ) from None
    _say(f"making .venv with Python {sys.version.split()[0]}")
    VENV.mkdir()
    MARK.write_text("dev.py made this folder and may remove it.\n", encoding="utf-8")
    venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(str(VENV))


def _remove_venv() -> None:
    if VENV.is_symlink() or not VENV.is_dir() or not (MARK.is_file() or not any(VENV.iterdir())):
        raise Trouble(f"{VENV} was not made by dev.py. Move it away, then run the same command again.")
    shutil.rmtree(str(VENV))


def _install(use: str) -> None:
    _say(f"installing what `{use}` needs")
    locks = [part for name in LOCKS[use] for part in ("-r", str(ROOT / "requirements" / f"{name}.txt"))]
    _pip("install", "--require-hashes", *locks)
    if use == "run":
        _pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))


def _pip(*args: str) -> None:
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet", *args]
    if subprocess.run(command, cwd=str(ROOT), check=False).returncode:
        raise Trouble("pip failed; its message stands above. `python3 dev.py …` goes on from here once that is mended.")


def demo(args: "list[str]") -> int:
    """Set up and walk the whole road."""
    return run(["demo", *args])


def run(args: "list[str]") -> int:
    """Set up and run reviewwatch in the caller's folder; what it says to type begins as this was typed."""
    ensure("run")
    python = sys.orig_argv[0]
    name = Path(python).name if shutil.which(Path(python).name) == python else python
    os.environ["REVIEWWATCH_CALLED"] = " ".join(shlex.quote(word) for word in (name, sys.argv[0], "run"))
    return _become([str(PYTHON), "-m", "reviewwatch", *args], Path.cwd())


def test(args: "list[str]") -> int:
    """Set up and run the tests, on up to four cores where nothing else is asked for."""
    ensure("run", "dev", "train")
    n_workers = min(4, os.cpu_count() or 1)
    return _become([str(PYTHON), "-m", "pytest", *(args or ["-n", str(n_workers), "--dist", "worksteal"])], ROOT)


def place(args: "list[str]") -> int:
    """Serve the stand-in of a place until Ctrl-C."""
    ensure("run", "dev")
    return _become([str(PYTHON), "-m", "tests.connectors.serve", *args], ROOT)


def docs(args: "list[str]") -> int:
    """Rewrite the generated docs, or with `--check` say which differ."""
    ensure("run")
    return _become([str(PYTHON), "-m", "reviewwatch.cli.reference", *args], ROOT)


def bench(args: "list[str]") -> int:
    """Run one benchmark, or all of them in turn."""
    ensure("run", "dev", "bench")
    modules = _runnable("bench")
    if args and args[0] not in modules:
        raise Trouble("There is no benchmark `{}`; there are: {}.".format(args[0], ", ".join(sorted(modules))))
    if args:
        return _become([str(PYTHON), "-m", modules[args[0]], *args[1:]], ROOT)
    commands = [[str(PYTHON), "-m", module] for _, module in sorted(modules.items())]
    return max([subprocess.run(command, cwd=str(ROOT), check=False).returncode for command in commands], default=0)


def evaluate(args: "list[str]") -> int:
    """Run one measure on data that the caller names; a folder is taken from where the caller stands."""
    modules = _runnable("evaluation")
    if not args or args[0] not in modules:
        raise Trouble("usage: dev.py eval NAME …; the measures are: {}.".format(", ".join(sorted(modules))))
    ensure("run", *(["train"] if "--loo" in args or args[0] == "train" else []))
    os.environ["PYTHONPATH"] = str(ROOT)
    return _become([str(PYTHON), "-m", modules[args[0]], *args[1:]], Path.cwd())


def train(args: "list[str]") -> int:
    """Learn weights; a folder is taken from where the caller stands."""
    return evaluate(["train", *args])


def _runnable(package: str) -> "dict[str, str]":
    """Return the modules that can be run, by name. One cannot be called `import`, so its file ends in an underline."""
    paths = (ROOT / package).glob("*.py")
    return {path.stem.rstrip("_"): f"{package}.{path.stem}" for path in paths if _is_runnable(path)}


def _is_runnable(path: Path) -> bool:
    return '__name__ == "__main__"' in path.read_text(encoding="utf-8")


def lock(args: "list[str]") -> int:
    """Lock every group anew; shared packages get one version everywhere."""
    uv = _uv()
    done: list[str] = []
    for name, source in SOURCES.items():
        target = f"requirements/{name}.txt"
        shared = [part for lock_file in done for part in ("--constraint", lock_file)]
        _say(f"locking {target}")
        command = [uv, "pip", "compile", *LOCK_OPTIONS, *shared, *source, "--output-file", target, *args]
        if subprocess.run(command, cwd=str(ROOT), stdout=subprocess.DEVNULL, check=False).returncode:
            raise Trouble(f"uv could not lock {target}; its message stands above.")
        done.append(target)
    return 0


def _uv() -> str:
    found = shutil.which("uv", path=os.pathsep.join([str(BIN), os.environ.get("PATH", "")]))
    if found is None:
        ensure("run")
        _pip("install", "uv")
        found = str(BIN / "uv")
    return found


def check(args: "list[str]") -> int:
    """Run every step, print one line for each, and show the output of what failed at the end."""
    ensure("run", "dev", "train")
    skipped = {args[i + 1] for i, arg in enumerate(args[:-1]) if arg == "--skip"}
    unknown = skipped - set(STEPS)
    if unknown or len(args) != args.count("--skip") * 2:
        raise Trouble("usage: dev.py check [--skip STEP]…; the steps are: {}.".format(", ".join(STEPS)))
    failures = [name for name in STEPS if name not in skipped and not _passes(name)]
    _say("check failed: {}".format(", ".join(failures)) if failures else "check passed")
    return 1 if failures else 0


def _passes(name: str) -> bool:
    started = time.monotonic()
    code, output = _check_wheel() if name == "wheel" else _captured(_step(name), ROOT)
    _say(f"{name:8} {'FAILED' if code else 'ok'}  {time.monotonic() - started:.1f} s")
    if code:
        print(output.rstrip(), flush=True)
        skips = " ".join(f"--skip {other}" for other in STEPS if other != name)
        again = " ".join(_step(name)) if STEPS[name] else f"python3 dev.py check {skips}"
        _say(f"{name:8} again: {again}")
    elif name == "tests":
        print(output.rstrip().rsplit("\n", 1)[-1], flush=True)
    return not code


def _step(name: str) -> "list[str]":
    program, *args = STEPS[name]
    return [str(BIN / program), *args]


def _check_wheel() -> "tuple[int, str]":
    """Build the wheel, install it with its locked requirements in a fresh environment, and use it there."""
    with tempfile.TemporaryDirectory(prefix="reviewwatch-wheel-") as folder:
        place = Path(folder)
        python = place / "venv" / PYTHON.relative_to(VENV)
        program = python.with_name("reviewwatch.exe" if os.name == "nt" else "reviewwatch")
        lock_file = str(ROOT / "requirements" / "run.txt")
        quiet = ["-m", "pip", "--disable-pip-version-check", "--quiet"]
        offline = ["install", "--no-index", "--find-links", str(_wheels())]
        steps = [
            [str(PYTHON), *quiet, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", folder, str(ROOT)],
            [str(PYTHON), "-m", "venv", str(place / "venv")],
            [str(python), *quiet, *offline, "--require-hashes", "-r", lock_file],
            [str(python), *quiet, *offline, "--no-deps", "--find-links", folder, "reviewwatch"],
            [str(python), "-c", "import reviewwatch_connectors.github"],
            [str(program), "--version"],
            [str(program), "--help"],
            [str(program), "demo", "--into", str(place / "demo")],
        ]
        output = ""
        for step in steps:
            code, said = _captured(step, place, home=place)
            output += "$ {}\n{}".format(" ".join(step), said)
            if code:
                return code, output
    return 0, output


def _wheels() -> Path:
    """Return a folder of the locked run requirements, fetched once for each lock: later checks work offline."""
    digest = hashlib.sha256((ROOT / "requirements" / "run.txt").read_bytes() + _python_id().encode()).hexdigest()[:12]
    folder = VENV / f"wheels-{digest}"
    if not folder.is_dir():
        fetched = VENV / "wheels-half"
        shutil.rmtree(str(fetched), ignore_errors=True)
        _pip("wheel", "--require-hashes", "-r", str(ROOT / "requirements" / "run.txt"), "-w", str(fetched))
        fetched.rename(folder)
    return folder


STEPS = {
    "format": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "."),
    "types": ("mypy",),
    "imports": ("lint-imports",),
    "docs": ("python", "-m", "reviewwatch.cli.reference", "--check"),
    "tests": ("pytest", "-q", "-n", "2", "--dist", "worksteal"),
    "wheel": (),
}


def _captured(command: "list[str]", cwd: Path, home: "Path | None" = None) -> "tuple[int, str]":
    env = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "REVIEWWATCH_CONFIG")}
    if home is not None:
        env.update(HOME=str(home), XDG_CONFIG_HOME=str(home / "config"), XDG_DATA_HOME=str(home / "data"))
    done = subprocess.run(
        command,
        cwd=str(cwd),
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8", "replace")


def _become(command: "list[str]", cwd: Path) -> int:
    """Go on as another program, so that keys, signals and the exit code are its own."""
    os.chdir(str(cwd))
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


COMMANDS = {
    "demo": demo,
    "test": test,
    "check": check,
    "run": run,
    "place": place,
    "docs": docs,
    "bench": bench,
    "eval": evaluate,
    "train": train,
    "lock": lock,
}


def main(args: "list[str]") -> int:
    """Do what the first argument says."""
    if sys.version_info < OLDEST:
        raise Trouble(_too_old())
    if not args or args[0] not in COMMANDS:
        print(__doc__)
        return 0 if args[:1] in ([], ["-h"], ["--help"]) else 2
    return COMMANDS[args[0]](args[1:])


def _too_old() -> str:
    newer = [f"python3.{minor}" for minor in range(20, OLDEST[1] - 1, -1)]
    found = next((name for name in newer if shutil.which(name)), None)
    hint = f"`{found} dev.py …` would do." if found else "Install one from your system or from python.org."
    return "reviewwatch needs Python {}.{} or newer; this is {}. {}".format(*OLDEST, sys.version.split()[0], hint)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Trouble as trouble:
        _say(str(trouble))
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)

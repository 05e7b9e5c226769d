"""Words that stand in a line as they are, so that a pattern may pass over them."""

from __future__ import annotations

import re
from typing import Final

from reviewwatch.reply.claims.readers.patterns import (
    COUNT,
    DAYS,
    FREE,
    HOURS,
    HOURS_LOOSE,
    LATEST,
    OLDEST,
    PAID,
    PRICE,
    PRICE_LOOSE,
    QUANTITY,
    THRESHOLD,
)
from reviewwatch.reply.claims.values.amounts import listed

_BASE: Final = (
    "i you he she it we they me him her us them my your his its our their this that these those the a "
    "an some any each every"
    " all both one ones who which what when where why how there here is are was were be been being am "
    "do does did done has have"
    " had having can could will would shall should may might must not no never and or nor but so "
    "because if unless while though"
    " of in on at by for from to with without about as into per up down out over off than then too "
    "also only just even still"
    " already yet now again always usually normally often sometimes ever really very quite rather "
    "pretty so such once twice"
    " more most less least much many few little lot lots bit enough other same own well like get gets "
    "got getting give gives"
    " gave make makes made take takes go goes come comes came pay pays paying charge charges charged "
    "extra top guest guests"
    " people person persons user users customer customers anyone anybody someone somebody everyone "
    "everybody nobody place house"
    " hotel lodge inn building app shop store premises site property day days night nights week month "
    "year morning evening"
    " afternoon mornings evenings nights daily round clock time times today tonight early late later "
    "sadly please sorry oh ok"
    " though although however instead otherwise etc via using use used long whole full actually "
    "apparently 's new set back"
    " says say said told want wants need needs allowed able let lets put says far away walk drive "
    "foot across wide deep high"
    " tall thick valid lasts last within until till since after before during between under above "
    "below near weekday weekdays"
    " price prices cost costs fee hours minimum maximum max min total starts waiting wait takes weeks "
    "months hour minutes"
    " option included including include includes offer offers offered provide provides has rate "
    "supposed meant given promise"
    " promised according rules website site page terms sheet policy menu list them themselves himself "
    "itself allow allows grant"
    " plus half part least sadly door office team staff service handed hold keep keeps holds longer "
    "shorter sooner exactly"
    " everywhere nowhere anything nothing something things thing cannot themselves yourself self "
    "window period length limit"
    " distance speed size comes send sent return returned wait seat seats fit fits carry carries "
    "answer reply respond arrive"
    " arrival booking book booked rooms room stay staying visit order ordering orders spend spending "
    "buy buying free refund"
    " receive received hear think bring brings notice warranty guarantee guaranteed cover covers trial weekends"
    " weekend"
    " dispatch deliver delivered process processed issue issued happen happens end ends tell tells "
    "try tries have'nt gets walking"
    " driving stop stops between great good bad nice lovely fine decent awful terrible tiny huge "
    "small big rubbish poor dear"
    " basket cart purchase purchases shopping measures width length height depth weight radius hike "
    "trek stroll ride journey card account complete cheap expensive steep everything upstairs "
    "downstairs stays stay remains inside outdoors indoors "
    "onsite overnight alone itself stuff further farther beyond bigger heavier kept held wear worn somewhere behind"
    " throughout special ordinary nonsense"
    " joke rip crazy mad "
    "silly ridiculous absurd shocking outrageous unbelievable"
)


_WORDS: Final = re.compile(r"(?<![a-zA-Z\\?<])[a-z][a-z']+(?![a-zA-Z>])")


def _known(patterns: list[str]) -> frozenset[str]:
    return listed(_BASE) | frozenset(word for pattern in patterns for word in _WORDS.findall(pattern))


KNOWN: Final = _known(
    [
        one.pattern
        for one in (
            *HOURS,
            *HOURS_LOOSE,
            *PRICE,
            *PRICE_LOOSE,
            *FREE,
            *PAID,
            THRESHOLD,
            *QUANTITY,
            *COUNT,
            *OLDEST,
            *LATEST,
            *DAYS,
        )
    ]
)


"""Words that stand in a line as they are."""

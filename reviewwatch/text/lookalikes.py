"""Letters that pass for Latin ones.

Chosen by eye and kept to what people type: Cyrillic, Greek, Armenian, Cherokee, and styled Latin. Unicode's own list is
far longer and also pairs Latin letters with each other (https://www.unicode.org/reports/tr39/#Confusable_Detection).
"""

from __future__ import annotations

from typing import Final

# Twins cannot be told from the Latin letter in most fonts.
_TWINS: Final = {
    "АВСЕНІЈКМОРЅТХУԌԚԜ": "ABCEHIJKMOPSTXYGQW",
    "асеһіјӏорԛѕԝхуԁ": "acehijlopqswxyd",
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ": "ABEZHIKMNOPTYX",
    "ον": "ov",
    "օոհցզյ": "onhgqj",
    "ᎪᏴᏟᎠᎬᎢᎫᏦᏞᎷᏢᏒᏚᎳᏃ": "ABCDEIJKLMPRSWZ",
}
# The others only pass for one inside a word.
_OTHERS: Final = {
    "кмнтвгпьѵёїЁЇ": "kmhtbrnbveiEI",
    "αβεηικρτυχωγσ": "abenikptuxwyo",
    "սԱՍՕք": "uUUOp",
}
# Latin letters of other uses that spell words as a style.
_STYLED: Final = {
    "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ": "abcdefghijklmnopqrstuvwyz",
    "ɑɡ": "ag",
    "🅐🅑🅒🅓🅔🅕🅖🅗🅘🅙🅚🅛🅜🅝🅞🅟🅠🅡🅢🅣🅤🅥🅦🅧🅨🅩": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "🅰🅱🅲🅳🅴🅵🅶🅷🅸🅹🅺🅻🅼🅽🅾🅿🆀🆁🆂🆃🆄🆅🆆🆇🆈🆉": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
}


def _pairs(groups: dict[str, str]) -> dict[str, str]:
    return {sign: letter for signs, letters in groups.items() for sign, letter in zip(signs, letters, strict=True)}


TWINS: Final = _pairs(_TWINS)
LOOK_ALIKES: Final = TWINS | _pairs(_OTHERS)
STYLED: Final = _pairs(_STYLED)

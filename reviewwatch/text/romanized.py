"""Hindi, Urdu and their neighbors in Latin letters, which people spell as they like.

No profile tells them from their look-alikes, least of all between English words, as many write. The neighbors are
Marathi and Gujarati, Bengali, Tamil and Telugu.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_LISTED: Final = """
hai hain hei nahi nahin nhi nai nahe kya kyu kyun kyon kyunki kaise kese kab kahan kaun koi kuch kuchh sab sabse
bahut bohot bhot bahot accha acha achha achhi acchi achi ache acche bekar bekaar bakwas bakwaas ghatiya kharab bura
mera mere meri mujhe muje mujhko maine mene hamara hamare hamari humara humare humari hame hamein hum tum aap aapka
aapki aapke aapko apka apki apke apko apna apne apni iska iske iski isko isme ismein uska uske uski usko usme
raha rahi rahe rha rhi rhe karo karna karne karta karte karti kiya kiye kijiye kijie diya diye dijiye dete deta
hota hoti hote hua hui huye hoga hogi jata jate jati jaata jaldi liye liya lekin magar phir fir bhi tak yaar paisa
paise rupaye wala wale wali vala vale vali yeh woh isliye sirf bilkul theek thik sahi galat banate banaya banao
chahiye chahie milta milti milega mila samajh samajhna bolte bolta wapas vapas kaam ruk roz hamesha kabhi pehle
pahle baad dosto bhai ji krna krta krte kr rahta rehta rahega dikhta chalta chalti chal lagta lagti lagi laga
dhanyavad dhanyawad shukriya namaste
"""
_LISTED_NEIGHBORS: Final = """
ahe aahe ahet aahet nahiye havi hava pahije yet yat nahit mala maza majha majhe mazha maze tumhi tumchi tumche amhi
aamhi amche aamche khup khoop chhan zala zale zali jhala jhale kasa kashi kela keli kele karu karun karat karave sakat
shakat sathi madhe madhye lavkar tyamule kahi mhanje nako paishe ghya ghyave
chhe nathi saru bahu tamari amari thay thatu karvu joiye
khub bhalo kore korte hobe hoyna amake amader keno taka parchi parchhi
illa nalla romba panna mudiyala irukku venum epdi
ledu bagundi chala kavali avvadam cheyyandi ayindi
"""
_WORDS: Final = frozenset(_LISTED.split()) | frozenset(_LISTED_NEIGHBORS.split())
_ENOUGH: Final = 2


def n_romanized_hindi(words: Sequence[str]) -> int:
    """Return how many different words speak for Hindi, Urdu or a neighbor in Latin letters.

    Args:
        words: In small letters.
    """
    return len(_WORDS.intersection(words))


def may_be_romanized_hindi(words: Sequence[str], n_for_another: float) -> bool:
    """Say whether words are rather Hindi or Urdu in Latin letters than what a profile takes them for.

    Args:
        n_for_another: Words that are on that profile's lists.
    """
    found = n_romanized_hindi(words)
    return 2 * found >= len(words) or found >= max(_ENOUGH, n_for_another)

"""The words that a line keeps as they are: what says how something is claimed, and what says nothing of it."""

from __future__ import annotations

from typing import Final

from reviewwatch.reply.claims.values.listed import listed

KEPT: Final = listed(
    """
    's a abandoned able about above absent absurd accept accepted accepting accepts access accessible according
    account across activate actual actually add added additional adds admit admitted after afternoon again all
    allow allowed allows almost alone already also although always am amounts an and another answer answered
    answers any anybody anyone anything anywhere apart app apparently approximately are area around arrival
    arrive as ask asked asks at attended automatically available avoid away awful back bad ban banned bans
    barely barred based basically basket be became because become bed been before began begin begins behind
    being below besides bet between beyond big bigger bill bills bit bliss boasts bombarded book booked booking
    borrow both bought bounds box brilliant bring brings build building built bundled but button buy buying buys
    by call calls came can cannot capped card carries carry cart catch cent chance charge chargeable charged
    charges chase chased cheap checkout cheeky choice choose chuck circa clear cleared clears click clock clocks
    close closed closes closing come comes compatible complete complimentary compulsory constant constantly
    contact contain contains cool cost costing costs cough could course cover covered covers crammed crazy
    create customer customers daily dark darkness date day days dead deal dear dearer decent deep deliver
    delivered demand demanded demands depth deserted designed did different dime disallowed discontinued
    discount dismantled dispatch distance do does doing done door down downstairs drained drive driving duration
    during each earlier earliest early eat either empty enable end ended ending endless ends endure enough enter
    entire entrance equipped escape etc even evening evenings ever every everybody everyone everything
    everywhere exactly exceeds except exist existent existing exists expect expected expects expensive extra
    fact far farther feature features fee fees few filled finally finance financed finances find fine finish
    finished finishes finishing first fit fits fitted flash flashes flat flooded food foot for forbid forbidden
    forbids force forced forces forget forgotten fork form found free friendly from full fully funded further
    gave get gets getting give given gives go god goes going gone good goodness got grant gratis great guarantee
    guaranteed guest guests had half hand handed handle handy happen happens happily happy hardly has have
    having he hear heaven heavens heavier hefty height held her here high higher hike him himself his history
    hit hits hold holds home hooray hope hotel hour hours house how however huge human hurrah i if ignored
    implemented impossible in include included includes including indoors inn inside insist insists install
    installed installs instead interrupt interrupts into introduced is issue issued it its itself join joke
    journey just keep keeps kept kick kicked kicks kids kind knock knocks know knows lack lacked lacking lacks
    laid larger last lasts late later latest least leave leaves left length less let lets lifeless like likes
    limit limited limits list littered little live loads lock locked locks lodge logs long longer lot lots
    lovely low mad made make makes mandatory manned many max maximum may maybe me means meant measly measures
    menu mere might min minimum minutes miss misses missing mode money month months more morning mornings most
    moved much must my myth near nearby nearly necessary need needed needs neglected neither never new newer
    nice night nights no nobody non none nonexistent nonsense nonstop noone nope nor normally not nothing notice
    now nowadays nowhere number obligation obligatory obliged occupied of off offer offered offering offers
    office often oh ok okay old older on once one ones only onsite open opened opening opens operate operates
    optimised optimized option options or order ordered ordering orders ordinary other otherwise our out
    outdoors outrageous outside over overnight own pack package packaging packed packs page paid paltry parcel
    part passes past pay payable paying pays penny people peppered per perfect period permit permits permitted
    person persons phone phones pick picks piles place plastered play please plenty plus policy poor pop popping
    pops possibility possible premises present pretty price priced prices pricier problem process processed
    prohibit prohibited prohibits promise promised property provide provided provides purchase purchased
    purchases pushes put quite radius range rate rather reach reachable reaches really receive received refund
    refuse refused refuses relaxed remain remains remove removed rent reply require required requires respond
    rest rests result return returned rid riddled ride ridiculous right ring rip room rooms roughly round
    rubbish rule rules run running runs sadly said same save saved saves saving say says scrapped screen seat
    seats see select selection self sell sells send sent separate separately seriously serve served serves
    service serving set sets setting settings shall she sheet shelf shell shipped ships shocking shop shopping
    short shorter should show shows shut shuts shutting sight sign signs silly simply since single sit site
    sitting size skip sleep small smaller so sold some somebody someone something sometimes somewhere sooner
    sorry sort soul speak special speckled speed spend spending staff staffed standard stands start started
    starting starts stay staying stays steep still stock stocked stocks stop stopped stops store stroll stuff
    stuffed such suffer supplied supplies supply support supported supports supposed swamped swim switch
    switched switches take taken takes talk tall taller team tell tells terms terrible than thank thanks that
    the their them themselves then there these they thick thing things think this those though through
    throughout throw thrown throws til till time times tiny to today told tolerate tolerated tolerates tonight
    tons too top total towards trace trek trial tries try trying turfed turn turned twice type ugh unable
    unattended unavailable unbelievable under unless unlock unlocks unmanned unreachable unstaffed unsupported
    until unwelcome up upstairs upwards us usable use used user users using usually valid verboten version very
    via visit wait waiting wakes walk walking want wants warranty was watch way we wear website week weekday
    weekdays weekend weekends weeks weight welcome welcomed welcomes well went were what whatsoever when
    whenever where which while who whole whopping why wide width will window winds with within without won work
    working works worn worth would wraps yay year years yet you your yourself yourselves yuck zero zone
    """
)
"""All others become a sign in a line, X or w, so a word that a reader's pattern looks for must stand here."""

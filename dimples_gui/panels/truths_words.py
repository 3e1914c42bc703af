"""What “Is it true?” says: answers and degrees of sureness in words, the result of a sentence, and how it went."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from dimples_gui.atlas.decide import Truth
from dimples_gui.atlas.model import Atlas, Claim
from dimples_gui.panels.claim_text import claim_paragraphs
from dimples_gui.panels.grades import verdict_word
from dimples_gui.panels.leaf import NBSP, SCHEME, Leaf, Paragraph, Run, plain
from dimples_gui.panels.prose import paragraphs_of
from dimples_gui.panels.sources_text import entries_citing
from dimples_gui.panels.truths_round import SURENESS, Round, Said, Tally, mean_sureness, share_right
from dimples_gui.scene import TRUTHS

translate = QCoreApplication.translate

LOOK_AGAIN = f"{SCHEME}{TRUTHS}?opened="  # a sentence of the round, by its id
MANY = 3  # times; of fewer it is idle to say how many were to be expected
ALIKE = 0.1  # shares no further apart are called alike


def answer_word(answer: str) -> str:
    """One of the three answers."""
    return {
        "true": translate("Truths", "True"),
        "false": translate("Truths", "False"),
        "unknown": translate("Truths", "Nobody knows"),
    }[answer]


def sure_word(sure: str) -> str:
    """A degree of sureness."""
    return {
        "guess": translate("Truths", "a guess"),
        "fairly": translate("Truths", "fairly sure"),
        "certain": translate("Truths", "certain"),
    }[sure]


def percent(share: float) -> str:
    """`70 %`."""
    return translate("Truths", "%1 %").replace("%1", QLocale().toString(round(100 * share))).replace(" ", NBSP)


def sure_choice(sure: str) -> str:
    """A degree with what it stands for."""
    return f"{sure_word(sure)[:1].upper()}{sure_word(sure)[1:]}, {percent(SURENESS[sure])}"


def _quoted(text: str) -> str:
    return f"“{text}”"


# --- one sentence -------------------------------------------------------------------------------------------------


def asked_leaf(truth: Truth) -> Leaf:
    """A sentence that waits for an answer."""
    return Leaf(f"{TRUTHS}-{truth.id}", translate("Truths", "Is it true?"), (plain("answer", _quoted(truth.text)),))


def known(truth: Truth) -> str:
    """What is known of a sentence."""
    return {
        "true": translate("Truths", "True, as far as is known."),
        "false": translate("Truths", "False, as far as is known."),
        "unknown": translate("Truths", "Nobody knows."),
    }[truth.answer]


def you_said(said: Said) -> str:
    """What the reader said."""
    words = translate("Truths", "You said: {answer} ({sure}, {percent}).")
    return words.format(
        answer=answer_word(said.answer), sure=sure_word(said.sure), percent=percent(SURENESS[said.sure])
    )


def told_leaf(atlas: Atlas, truth: Truth, said: Said, opened: tuple[str, ...]) -> Leaf:
    """A sentence that was answered: what is known, why, and the claim that says so, open if it is among `opened`."""
    claim = atlas.claims.get(truth.claim)
    result = [Run(known(truth), "strong"), *(_verdict(claim) if claim else ())]
    paragraphs = [
        plain("answer", _quoted(truth.text)),
        Paragraph("answer", tuple(result)),
        plain("step-count", you_said(said)),
        *paragraphs_of(truth.why, "text"),
    ]
    if claim:
        paragraphs.append(plain("heading", translate("Truths", "What this reference says")))
        paragraphs += claim_paragraphs(atlas, claim, opened=claim.id in opened, here=frozenset())
        paragraphs += _more(atlas, claim)
    return Leaf(f"{TRUTHS}-{truth.id}-told", translate("Truths", "Is it true?"), tuple(paragraphs))


def _verdict(claim: Claim) -> tuple[Run, ...]:
    if not claim.verdict:
        return ()
    hint = translate("Claim", "The verdict on what people say; the letter grades our own sentence.")
    return Run(" "), Run(verdict_word(claim.verdict), "verdict", hint=hint, sign=claim.verdict)


def _more(atlas: Atlas, claim: Claim) -> list[Paragraph]:
    """Links to the entries in which the claim stands."""
    runs = [Run(translate("Truths", "Read more:"), "label")]
    for entry in (atlas.entries[name] for name in entries_citing(atlas).get(claim.id, ())):
        spoken = f"{entry.title}: {claim.text}"
        link = Run(entry.short_title, "", f"{SCHEME}{entry.id}?opened={claim.id}", entry.summary, spoken)
        runs += [Run(" " if len(runs) == 1 else ", "), link]
    return [Paragraph("onward", tuple(runs))] if len(runs) > 1 else []


# --- how it went --------------------------------------------------------------------------------------------------


def went_leaf(played: Round) -> Leaf:
    """For each degree of sureness how often it was right, beside what was said."""
    title = translate("Truths", "How sure, and how often right")
    paragraphs = [plain("heading", title)]
    if not played.can_be_told:
        few = translate("Truths", "After three answers you can see here how often you were right when you felt sure.")
        return Leaf(f"{TRUTHS}-went", title, (*paragraphs, plain("text", few)))
    tallies = played.tallies()
    paragraphs += [plain("text", tally_words(tally)) for tally in tallies]
    paragraphs.append(plain("text", whole_words(tallies)))
    note = translate("Truths", "With so few answers, chance plays a large part. This is no mark, and it is not kept.")
    return Leaf(f"{TRUTHS}-went", title, (*paragraphs, plain("step-count", note)))


def tally_words(tally: Tally) -> str:
    """`You said “certain” 6 times and were right 4 times.`"""  # noqa: D400, D415  # shown as it is printed
    if tally.right:
        words = translate("Truths", "You said “{sure}” {times} and were right {right}.")
    else:
        words = translate("Truths", "You said “{sure}” {times} and were not right.")
    told = words.format(sure=sure_word(tally.sure), times=times_words(tally.times), right=times_words(tally.right))
    if tally.times < MANY:
        return told
    share = SURENESS[tally.sure]
    wanted = translate("Truths", "{percent} of {times} would be about {number}.").format(
        percent=percent(share), times=tally.times, number=round(share * tally.times)
    )
    return f"{told} {wanted}"


def times_words(times: int) -> str:
    """`once`, `4 times`."""
    return translate("Truths", "once") if times == 1 else translate("Truths", "%n times", "", times)


def whole_words(tallies: Sequence[Tally]) -> str:
    """All answers together."""
    sure, right = mean_sureness(tallies), share_right(tallies)
    words = translate("Truths", "On average you were {sure} sure, and {right} of your answers were right.")
    if abs(sure - right) <= ALIKE:
        so = translate("Truths", "The two are close.")
    elif sure > right:
        so = translate("Truths", "You tended to be surer than right.")
    else:
        so = translate("Truths", "You tended to be right more often than you felt sure.")
    return f"{words.format(sure=percent(sure), right=percent(right))} {so}"


def review_leaf(played: Round) -> Leaf:
    """Every sentence with what was said and what is known; each leads back to it."""
    title = translate("Truths", "All sentences")
    paragraphs = [plain("heading", title)]
    for truth in played.truths:
        said = played.said.get(truth.id)
        look = (
            translate("Truths", "Look at this sentence again") if said else translate("Truths", "Answer this sentence")
        )
        runs = [Run(truth.text, "", LOOK_AGAIN + truth.id, look), Run(f" {_beside(truth, said)}", "muted")]
        paragraphs.append(Paragraph("onward", tuple(runs)))
    return Leaf(f"{TRUTHS}-review", title, tuple(paragraphs))


def _beside(truth: Truth, said: Said | None) -> str:
    """What was said of a sentence, and what is known; of one that was left out, only that."""
    if not said:
        return translate("Truths", "Left out.")
    words = translate("Truths", "You: {answer} ({sure}). Known: {known}.")
    return words.format(answer=answer_word(said.answer), sure=sure_word(said.sure), known=answer_word(truth.answer))

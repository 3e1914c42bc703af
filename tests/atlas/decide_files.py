"""What helps to decide, small and sound, for the folder that is damaged piece by piece."""

OPTIONS = """\
rows: [done, wrong]
options:
  nothing:
    cells:
      done: {claims: [c1]}
      wrong: {searched: 2026-11}
  cutting:
    folded: true
    touches: [dent, spine-tip]
    cells:
      done: {claims: [c2]}
      wrong:
        claims: [c3]
        rates:
          bleeding: {per_1000: 20, claim: c2}
criteria:
  condition: {kind: qualifying, met: true, rows: [done]}
  funding: {kind: certifying, met: false}
sources: [braus1921]
"""
OPTIONS_WORDS = """\
title: Your options
lead: Leave [the dents](dimples:dent) as they are, or not.
note: Nobody paid.
rows:
  done: What is done?
  wrong: What can go wrong?
options:
  nothing:
    name: Change nothing
    cells:
      done: Nothing.
  cutting:
    name: Cutting
    kinds: [with a knife]
    advice: Not recommended
    cells:
      done: Skin is cut.
      wrong: It may bleed.
    rates:
      bleeding: {what: Bleeding, told: 2 %, among: 50 people}
criteria:
  condition: {text: It says what it is about., shown: Above.}
  funding: {text: It says who paid., shown: It does not say so.}
"""
LOOKALIKES = """\
features: [where, who]
lookalikes:
  dent:
    drawing: venus
    opens: dent
    claims: [c1]
    marks: [{x: 45, y: 0}, {x: -45, y: 0.5}]
  lump:
    drawing: mouse
    claims: [c3]
"""
LOOKALIKES_WORDS = """\
features:
  where: Where
  who: Who has it
lookalikes:
  dent:
    name: The dent
    summary: A dent.
    features: {where: Low on the back., who: Many.}
    marks: [One, and another]
    doctor: No need.
  lump:
    name: A lump
    summary: No dent.
    features:
      where: Near by.
      who: Some.
    doctor: See [a doctor](https://example.org) if it hurts.
"""
REDFLAGS = """\
- id: numb
  when: Back pain
  text: You are numb.
  do: Go now.
  urgency: now
  sources: [braus1921]
- id: fever
  when: Back pain
  text: You are hot.
  do: Go soon.
  urgency: soon
  sources: [atlas_1899]
"""
TRUTHS = """\
- id: venus
  text: They are called dimples of Venus.
  answer: "true"
  why: They [are](dimples:dent).
  claim: c1
- id: bone
  text: There is bone.
  answer: "unknown"
  why: Nobody knows.
  claim: c3
"""
FIND = """\
hunts:
  dent: {entry: dent, layer: skin, x: 45, y: 0, both: true}
  tip: {entry: spine-tip, layer: bone, x: 0, y: -3.5}
claims: [c2]
"""
FIND_WORDS = """\
examiners: They miss by far.
hunts:
  dent: Point at a dent.
  tip: Point at the tip.
"""
SHEET = """\
title: My talk
lead: Take it along.
note: No diagnosis.
prompts:
  - {id: hope, text: What I hope for, hint: In your words.}
questions:
  - {id: cost, text: What does it cost?}
"""
SIGNPOSTS = """\
options:
  title: Your options
  summary: What can be done.
  names: [pros and cons]
truths:
  title: Is it true?
  summary: What people say.
"""
DECIDE_FILES = {
    "content/options.yaml": OPTIONS,
    "content/en/options.yaml": OPTIONS_WORDS,
    "content/lookalikes.yaml": LOOKALIKES,
    "content/en/lookalikes.yaml": LOOKALIKES_WORDS,
    "content/en/redflags.yaml": REDFLAGS,
    "content/en/truths.yaml": TRUTHS,
    "content/find.yaml": FIND,
    "content/en/find.yaml": FIND_WORDS,
    "content/en/sheet.yaml": SHEET,
    "content/en/signposts.yaml": SIGNPOSTS,
}

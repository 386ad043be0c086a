'''How a printed handout looks: typst source that lays out what `printed` describes.

A first page to hang up, with every exercise and the week to tick; a page for each exercise; a last
page with what is known. A program of one exercise is one page. Every exercise page is tried with
large figures and letters first, then with smaller ones, until it fits, so that none is broken.

Nothing in here comes from a program: all words are read from `sheet.json` as data.
'''

_PAINT = """
#let sheet = json("sheet.json")
#let ink = rgb("#1d262c")
#let soft = rgb("#4d4a43")
#let line = rgb("#cdbfa3")
#let edge = rgb("#7d725c")
#let accent = rgb("#274a9d")
#let tint = rgb("#eef1f8")
#let alarm = rgb("#8f1d14")
#let single = sheet.exercises.len() == 1

#set document(title: sheet.name, date: none)
#set text(font: "Atkinson Hyperlegible", size: 13pt, fill: ink, lang: "en", hyphenate: false)
#set par(leading: .58em, spacing: .8em, linebreaks: "optimized")
#set list(marker: text(fill: accent)[•], spacing: .7em, indent: 0pt, body-indent: .5em)
#set page(
  paper: sheet.paper,
  margin: (x: 18mm, top: 16mm, bottom: 21mm),
  footer-descent: 25%,
  footer: context block(width: 100%, stroke: (top: .6pt + line), inset: (top: 3mm), {
    set text(size: 10.5pt, fill: soft)
    grid(
      columns: (1fr, auto), column-gutter: 6mm,
      [If it hurts, let go and stop. #sheet.name],
      counter(page).display("1 of 1", both: true),
    )
  }),
)
#let big(size, body, fill: ink) = text(size: size, weight: "bold", fill: fill, body)
#let name-of(it) = it.name + if it.variation != "" { ": " + it.variation }
"""

_STOP = """
#let stop = block(
  width: 100%, stroke: (left: 3pt + alarm), inset: (left: 5mm, y: 1.5mm),
  {
    big(15pt, fill: alarm)[If it hurts, let go and stop.]
    parbreak()
    [Stop too if pain, numbness or tingling moves further down the leg. New weakness, numbness
    between the legs, or trouble with bladder or bowel needs help at once.]
  },
)
#let honest(size) = text(size: size, fill: soft)[
  This sheet does not diagnose, and it does not know why your leg is numb. No clinician has
  reviewed the safety questions and rules of Unpinch yet. Whether these exercises bring feeling
  back sooner is not known.
]
"""

_WEEK = """
#let days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
#let tick(size) = box(width: size, height: size, radius: 2pt, stroke: 1pt + edge)
#let drawn(figure, width, height) = image(
  figure.file, alt: figure.alt, width: calc.min(width, height * figure.shape),
)
#let week(row, box-size, thumbs: true) = {
  set par(leading: .45em)
  let head = days.map(day => align(center, text(size: 11pt, fill: soft, day)))
  let rows = sheet.exercises.map(it => (
    if thumbs { align(center + horizon, drawn(it.held, 34mm, row - 4mm)) },
    big(if row < 17mm { 13pt } else { 16pt }, name-of(it)),
    ..days.map(_ => align(center + horizon, tick(box-size))),
  ))
  table(
    columns: (if thumbs { 36mm } else { 0mm }, 1fr, ..days.map(_ => 11.5mm)),
    rows: (auto, ..rows.map(_ => row)),
    align: left + horizon,
    inset: (x: 1mm, y: 1.5mm),
    stroke: (_, y) => if y > 0 { (top: .6pt + line) },
    table.header([], text(size: 11pt, fill: soft)[Week of], ..head),
    ..rows.flatten(),
  )
}
"""

_EXERCISE = """
#let dose(it, size) = {
  set par(leading: .5em, spacing: .55em)
  big(size, fill: accent, it.hold)
  parbreak()
  big(size, fill: accent, it.count)
  parbreak()
  set text(size: 11.5pt, fill: soft)
  if it.handout != "" [On the handout: #it.handout. ]
  if it.reading != "" [As we read it: #it.reading.]
}
#let pictured(figure, word, width, height) = {
  text(size: 11pt, fill: soft, word)
  v(1mm, weak: true)
  drawn(figure, width, height)
}
// Wide figures: the start beside the dose, the hold below as large as it gets.
// Tall ones: start and hold side by side.
#let figures(it, share, width) = {
  let tallest = share * 105mm
  if it.held.shape > 1.25 {
    let small = calc.max(share, .6) * .43 * width
    grid(
      columns: (small, 1fr), column-gutter: 8mm, align: (left, left + horizon),
      pictured(it.start, "Start", small, 60mm), dose(it, 19pt),
    )
    v(5mm, weak: true)
    text(size: 11pt, fill: soft)[Hold]
    v(1mm, weak: true)
    align(center, drawn(it.held, share * width, tallest))
  } else {
    dose(it, 19pt)
    v(5mm, weak: true)
    grid(
      columns: (1fr, 1fr), column-gutter: 8mm,
      pictured(it.start, "Start", width / 2 - 4mm, tallest),
      pictured(it.held, "Hold", width / 2 - 4mm, tallest),
    )
  }
}
#let title(body) = block(below: .6em, above: 1.1em, big(1.08em, body))
#let steps(it) = {
  title[What to do]
  enum(
    spacing: .7em, body-indent: .5em, numbering: n => text(fill: accent, weight: "bold")[#n.],
    ..it.steps,
  )
  if it.again != "" [From the second time on: #it.again]
}
#let felt(it) = {
  if it.feel != "" { title[Where to feel it]; it.feel }
  if it.cautions.len() > 0 { title[Take care]; list(..it.cautions) }
}
#let ours(it, size) = {
  let all = it.additions + it.readings
  if all.len() == 0 { return }
  set text(size: size)
  block(width: 100%, fill: tint, radius: 3mm, inset: 5mm, {
    text(weight: "bold")[From Unpinch, not from the handout]
    v(2mm, weak: true)
    let half(words, over) = if words.len() > 0 {
      text(fill: soft, over)
      v(1.5mm, weak: true)
      list(..words)
    }
    grid(
      columns: if it.additions.len() > 0 and it.readings.len() > 0 { (1fr, 1fr) } else { 1fr },
      column-gutter: 8mm, row-gutter: 4mm,
      ..(half(it.additions, "Take care"), half(it.readings, "Our reading")).filter(x => x != none),
    )
  })
}
#let page-of(it, share, size, width, head, foot) = {
  set text(size: size)
  head
  block(below: 1mm, big(if single { 22pt } else { 28pt }, name-of(it)))
  block(below: 5mm, text(size: 11.5pt, fill: soft, it.place))
  figures(it, share, width)
  v(2mm)
  let feel = felt(it)
  grid(
    columns: if it.feel != "" or it.cautions.len() > 0 { (1.15fr, 1fr) } else { 1fr },
    column-gutter: 9mm, steps(it), feel,
  )
  v(5mm, weak: true)
  ours(it, size - 2pt)
  foot
}
#let tries = (
  (1, 13.5pt), (.92, 13.5pt), (.84, 13pt), (.76, 13pt), (.7, 12.5pt), (.62, 12.5pt), (.56, 12pt),
  (.5, 12pt), (.45, 11.5pt), (.4, 11pt), (.35, 10.5pt), (.3, 10pt), (.25, 9.5pt), (.2, 9pt),
)
#let fitted(it, head: none, foot: none) = layout(area => {
  let source = block(width: 100%, text(size: 10.5pt, fill: soft, it.source))
  let room = area.height - measure(source, width: area.width).height - 4mm
  let made(try) = page-of(it, try.at(0), try.at(1), area.width, head, foot)
  let fits(try) = measure(made(try), width: area.width).height <= room
  let found = tries.find(fits)
  if found == none { made(tries.last()) } else { block(breakable: false, made(found)) }
  v(1fr)
  source
})
"""

_PAGES = """
#let heading(size) = {
  block(below: 3mm, big(size, sheet.name))
  block(below: 4mm, text(size: 11.5pt, fill: soft, sheet.source))
}
#let often = [How often: #big(1em, sheet.often). #text(size: 11.5pt, fill: soft,
  sheet.readings.join(" "))]

#if single {
  fitted(
    sheet.exercises.first(),
    head: { heading(30pt); stop; v(5mm) },
    foot: { v(6mm); often; v(3mm); week(14mm, 7mm, thumbs: false); v(3mm); honest(10.5pt) },
  )
} else {
  heading(36pt)
  v(2mm)
  stop
  v(6mm)
  often
  v(4mm)
  let count = sheet.exercises.len()
  week(if count <= 4 { 28mm } else if count <= 8 { 18mm } else { 12.5mm }, 7mm)
  v(1fr)
  honest(11.5pt)
  for it in sheet.exercises {
    pagebreak()
    fitted(it)
  }
}
"""

_KNOWN = """
#let aims = sheet.exercises.filter(it => it.aim != "" and it.known != "")
#if sheet.claims.len() + aims.len() > 0 {
  pagebreak()
  block(below: 6mm, big(24pt)[What the handout says, and what is known])
  set text(size: 12pt)
  let row(says, known) = (says, known)
  table(
    columns: (1fr, 1fr), inset: (x: 3mm, y: 3.2mm), align: left + top,
    stroke: (_, y) => if y > 0 { (top: .6pt + line) },
    table.header(
      text(fill: soft)[The handout says, in our words], text(fill: soft)[What is known],
    ),
    ..sheet.claims.map(it => (it.says, it.known)).flatten(),
    ..aims.map(it => ([*#it.name.* #it.aim], it.known)).flatten(),
  )
}
"""

LAYOUT = _PAINT + _STOP + _WEEK + _EXERCISE + _PAGES + _KNOWN

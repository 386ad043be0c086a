"""How a printed handout looks: typst source that lays out what `printed` describes.

A first page to hang up, with every exercise and the week to tick; a page for each exercise; a last
page with what is known. A program of one exercise is one page. Every exercise page is tried with
large figures and letters first, then with smaller ones, until it fits, so that none is broken.

Nothing in here comes from a program: all words are read from `sheet.json` as data.
"""

_PAINT = """
#let sheet = json("sheet.json")
#let ink = rgb("#1d262c")
#let soft = rgb("#4d4a43")
#let rule = rgb("#cdbfa3")
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
  footer: context block(width: 100%, stroke: (top: .6pt + rule), inset: (top: 3mm), {
    set text(size: 10.5pt, fill: soft)
    grid(
      columns: (auto, 1fr, auto), column-gutter: 6mm, align: (left, center, right),
      sheet.name, [If it hurts, let go and stop.], counter(page).display("1 of 1", both: true),
    )
  }),
)
// Headings, for readers of the screen and for the list of contents; how they look is ours.
#show heading: it => it.body
#let big(size, body, fill: ink) = text(size: size, weight: "bold", fill: fill, body)
// Smaller if a word would be wider than its place: nothing ever lies over its neighbour.
#let fitted(size, words) = layout(room => {
  let each = words.split(regex("[\\s\\x{200b}]")).map(word => measure(big(size, word)).width)
  let widest = calc.max(1pt, ..each)
  big(if widest > room.width { size * (room.width / widest) } else { size }, words)
})
#let name-of(it) = it.name + if it.variation != "" { ": " + it.variation }
"""

_STOP = """
#let stop = block(
  width: 100%, stroke: (left: 3pt + alarm), inset: (left: 5mm, y: 1.5mm),
  {
    big(15pt, fill: alarm)[If it hurts, let go and stop.]
    parbreak()
    [Stop too if pain, numbness or tingling moves further down the leg. Numbness between
    the legs, trouble with bladder or bowel, or weakness in both legs needs help at once. A leg that
    gets weaker has to be seen the same day.]
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
// A box for each time on a day; several are smaller, two in a row.
#let ticks(count, size) = if count == 1 { tick(size) } else {
  grid(columns: 2, gutter: .7mm, ..range(count).map(_ => tick(3.7mm)))
}
#let drawn(figure, width, height) = image(
  figure.file, alt: figure.alt, width: calc.min(width, height * figure.shape),
)
#let week-of = text(size: 11pt, fill: soft)[
  Week of #box(width: 1fr, inset: (right: 4mm), line(length: 100%, stroke: .8pt + edge))
]
#let week(row, thumb, box-size, size) = {
  set par(leading: .45em)
  set text(hyphenate: true)
  let head = days.map(day => align(center, text(size: 11pt, fill: soft, day)))
  let rows = sheet.exercises.map(it => (
    if thumb > 0mm {
      align(center + horizon, layout(room => drawn(it.held, room.width, room.height)))
    },
    fitted(size, name-of(it)),
    ..days.map(_ => align(center + horizon, ticks(it.a-day, box-size))),
  ))
  table(
    columns: (thumb, 1fr, ..days.map(_ => 11mm)),
    rows: (auto, ..rows.map(_ => row)),
    align: left + horizon,
    inset: (x, y) => if x == 1 { (x: 4mm, y: 1.5mm) } else { (x: 0mm, y: 1.5mm) },
    stroke: (_, y) => if y > 0 { (top: .6pt + rule) },
    table.header([], week-of, ..head),
    ..rows.flatten(),
  )
}
"""

_FIGURES = """
#let dose(it, size) = {
  set par(leading: .5em, spacing: .6em)
  for said in (it.hold, it.count).filter(said => said != "") {
    big(size, fill: accent, said)
    parbreak()
  }
  if it.pace != "" [#text(size: 13pt, it.pace) #parbreak()]
  set text(size: 11.5pt, fill: soft)
  if it.handout != "" [On the handout: #it.handout. ]
  if it.reading != "" [#it.reader: #it.reading.]
}
#let captioned(figure, word, width, height) = {
  drawn(figure, width, height)
  v(1.5mm, weak: true)
  text(size: 11pt, fill: soft, word)
}
// A figure that shows the position and no movement stands once, beside the dose.
#let alone(it, share, width) = {
  let room = if it.start.shape < 1.25 { .34 } else { .46 }
  grid(
    columns: (room * width, 1fr), column-gutter: 8mm, align: (left + bottom, left + horizon),
    captioned(it.start, [The position only. The movement is in the words.], room * width,
      share * 80mm),
    dose(it, 20pt),
  )
}
#let tall(it) = it.held.shape < 1.25
// The start beside the dose, and the hold below, as wide as the page.
#let stacked(it, share, width) = {
  let small = .42 * width
  grid(
    columns: (small, 1fr), column-gutter: 8mm, align: (left, left + horizon),
    captioned(it.start, "Start", small, 60mm), dose(it, 20pt),
  )
  v(3mm)
  align(center, drawn(it.held, share * width, 125mm))
  v(1.5mm, weak: true)
  text(size: 11pt, fill: soft)[Hold]
}
// Start and hold beside each other on one ground; the hold larger, unless they are tall.
#let abreast(it, share, width) = {
  dose(it, 20pt)
  v(5mm, weak: true)
  let (first, second) = if tall(it) { (.5, .5) } else { (.39, .61) }
  let room = if tall(it) { width - 8mm } else { share * (width - 8mm) }
  let highest = if tall(it) { share * 115mm } else { 90mm }
  grid(
    columns: (first * room, second * room), column-gutter: 8mm, align: left + bottom,
    captioned(it.start, "Start", first * room, highest),
    captioned(it.held, "Hold", second * room, highest),
  )
}
"""

_WORDS = """
#let title(body) = block(
  below: .75em, above: 1.3em,
  heading(level: 3, outlined: false, text(weight: "bold", size: 1.1em, body)),
)
#let steps(it) = {
  title[What to do]
  enum(
    spacing: .7em, body-indent: .5em, numbering: n => text(fill: accent, weight: "bold")[#n.],
    ..it.steps,
  )
  if it.again != "" { it.again }
}
// What is on this tint is ours.
#let ours(size, body) = block(
  width: 100%, fill: tint, radius: 3mm, inset: 4.5mm, above: 1.2em, text(size: size, body),
)
#let over(body) = block(below: .8em, text(weight: "bold", body))
#let added(it) = { over[Take care: added by Unpinch.]; list(..it.additions) }
#let read(it) = { over(it.settled); list(..it.readings) }
#let halves(first, second) = grid(columns: (1fr, 1fr), column-gutter: 9mm, first, second)
#let felt(it) = {
  if it.note != "" { title[Note]; it.note }
  if it.feel != "" { title[Where to feel it]; it.feel }
  if it.cautions.len() > 0 { title[Take care]; list(..it.cautions) }
}
#let to-do(it, also) = {
  let right = felt(it) + also
  if right == none { steps(it) } else { halves(steps(it), right) }
}
#let added-on(it, size) = if it.additions.len() > 0 { ours(size - 1.5pt, added(it)) }
#let read-on(it, size) = if it.readings.len() > 0 { ours(size - 2pt, read(it)) }
// Our additions go beside what to do, or below it, whichever leaves more room for the figures.
#let words(it, size, width) = {
  let both = (
    { to-do(it, added-on(it, size)); read-on(it, size) },
    { to-do(it, none); added-on(it, size); read-on(it, size) },
  )
  let heights = both.map(each => measure(each, width: width).height)
  if heights.at(0) <= heights.at(1) { both.at(0) } else { both.at(1) }
}
"""

_EXERCISE = """
#let (wide, high) = if sheet.paper == "a4" { (210mm, 297mm) } else { (8.5in, 11in) }
#let width = wide - 36mm
#let height = high - 37mm
#let name-on(it, size) = block(below: 4mm, heading(level: 2, fitted(size, name-of(it))))
#let shown(it, figures, share) = {
  name-on(it, 30pt)
  block(below: 6mm, text(size: 11.5pt, fill: soft, it.place))
  figures(it, share, width)
  v(4mm)
}
#let source-of(it) = block(width: 100%, text(size: 10.5pt, fill: soft, it.source))
// From the most generous to what holds much. No letters smaller than these: then there are two
// pages, and what is ours stands on the second.
#let wide-tries = (
  (stacked, 1, 14pt), (stacked, .95, 13.5pt), (stacked, .9, 13.5pt), (stacked, .85, 13pt),
  (stacked, .8, 13pt), (stacked, .75, 12.5pt), (stacked, .7, 12.5pt), (stacked, .66, 12.5pt),
  (abreast, 1, 12.5pt),
)
#let tries = (
  (abreast, 1, 14pt), (abreast, .9, 13pt), (abreast, 1, 12pt), (abreast, .9, 12pt),
  (abreast, .8, 12pt), (abreast, .7, 11.5pt),
)
#let alone-tries = (
  (alone, 1, 15pt), (alone, 1, 14pt), (alone, .9, 13pt), (alone, .8, 12pt), (alone, .7, 11.5pt),
)
#let smallest = 11.5pt
// The first try that fits into what is left of a page, or none. Needs a context.
#let fitting(it, taken, words) = {
  let room = height - taken - measure(source-of(it), width: width).height - 4mm
  let made(try) = {
    let (figures, share, size) = try
    set text(size: size)
    shown(it, figures, share)
    words(size)
  }
  let all = if it.position-only { alone-tries } else if tall(it) { tries } else {
    wide-tries + tries.slice(2)
  }
  let found = all.find(try => measure(made(try), width: width).height <= room)
  if found != none { block(breakable: false, made(found)) }
}
#let page-of(it) = context {
  let whole = fitting(it, 0mm, size => words(it, size, width))
  let front = if whole == none { fitting(it, 0mm, size => to-do(it, none)) }
  if whole != none {
    whole
  } else {
    set text(size: smallest + 1pt)
    let figures = if it.position-only { alone } else { abreast }
    if front != none { front } else { shown(it, figures, .7); to-do(it, none) }
    pagebreak()
    name-on(it, 22pt)
    added-on(it, smallest + 1.5pt)
    read-on(it, smallest + 1.5pt)
  }
  v(1fr)
  source-of(it)
}
"""

_PAGES = """
#let masthead(size) = {
  block(below: 5mm, heading(level: 1, fitted(size, sheet.name)))
  block(below: 6mm, text(size: 11.5pt, fill: soft, sheet.source))
  stop
  v(5mm)
}
#let often = [How often: #big(1em, sheet.often). #text(size: 11.5pt, fill: soft,
  sheet.readings.join(" "))]
#let first-page = {
  let count = sheet.exercises.len()
  masthead(36pt)
  often
  v(3mm)
  block(height: 1fr, below: 4mm, if count <= 2 {
    week(if count == 1 { 52mm } else { 38mm }, 54mm, 8mm, 15pt)
    for _ in range(4 - count) {
      v(1fr)
      week(13mm, 0mm, 8mm, 15pt)
    }
  } else if count <= 4 {
    week(1fr, 54mm, 8mm, 15pt)
  } else {
    week(1fr, 32mm, 7mm, if count <= 8 { 13pt } else { 12pt })
  })
  honest(11.5pt)
}
#let foot = {
  v(5mm)
  often
  v(3mm)
  week(13mm, 0mm, 7mm, 13pt)
  v(3mm)
  honest(10.5pt)
}
#context {
  let it = sheet.exercises.first()
  let taken = measure({ masthead(30pt); foot }, width: width).height + 4mm
  let one-page = if single { fitting(it, taken, size => words(it, size, width)) }
  if one-page != none {
    masthead(30pt)
    one-page
    foot
    v(1fr)
    source-of(it)
  } else {
    first-page
    for it in sheet.exercises {
      pagebreak()
      page-of(it)
    }
  }
}
"""

_KNOWN = """
#let aims = sheet.exercises.filter(it => it.aim != "" and it.known != "")
#if sheet.claims.len() + aims.len() > 0 {
  pagebreak()
  block(below: 6mm, heading(level: 2, big(24pt)[What the handout says, and what is known]))
  set text(size: 12pt)
  show table.cell: set block(breakable: false)
  table(
    columns: (1fr, 1fr), inset: (x: 0mm, y: 3.2mm), column-gutter: 8mm, align: left + top,
    stroke: (_, y) => if y > 0 { (top: .6pt + rule) },
    table.header(
      text(fill: soft)[The handout says, in our words], text(fill: soft)[What is known],
    ),
    ..sheet.claims.map(it => (it.says, it.known)).flatten(),
    ..aims.map(it => ([*#it.name.* #it.aim], it.known)).flatten(),
  )
  if not single { v(1fr); honest(11.5pt) }
}
"""

LAYOUT = "".join((_PAINT, _STOP, _WEEK, _FIGURES, _WORDS, _EXERCISE, _PAGES, _KNOWN))

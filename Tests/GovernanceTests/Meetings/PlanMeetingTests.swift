import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct PlanMeetingTests {
  private let given = Given(rules: .sample)

  @Test func `The first meeting of a series has number one`() throws {
    let decision =
      try given
      .when("meeting plan", ["series": "plenary", "from": "2026-12-07", "until": "2026-12-08"])
      .then(
        ["meeting.planned", "number.assigned"],
        ["series": "plenary", "number": 1, "from": "2026-12-07", "until": "2026-12-08"])
    #expect(decision.events.map(\.key.text) == ["meeting-plenary-1", "series-plenary"])
    #expect(decision.events[1].event.data == ["number": 1, "meeting": "plenary-1"])
  }

  @Test func `All that is known of a meeting is kept`() throws {
    try given
      .when(
        "meeting plan",
        [
          "series": "plenary", "from": "2027-04", "place": "The Hague", "format": "in-person",
          "title": "Spring plenary", "funder": "Host",
        ]
      )
      .then(
        ["meeting.planned", "number.assigned"],
        [
          "from": "2027-04", "place": "The Hague", "format": "in-person",
          "title": "Spring plenary", "funder": "Host",
        ])
  }

  @Test func `The counter goes on after a meeting that was cancelled`() throws {
    try given.planned(18, from: "2026-12-07")
      .met(18, .cancelled(Cancellation(on: PartialDay(day("2026-11-01")), reason: "strike")))
      .when("meeting plan", ["series": "plenary", "from": "2027-04-05"])
      .then(["meeting.planned", "number.assigned"], ["number": 19])
  }

  @Test func `A series that the rules do not have is refused`() throws {
    let refusal =
      try given
      .when("meeting plan", ["series": "summit", "from": "2027-04-05"])
      .thenRefused("series-unknown")
    #expect(refusal.ways == [Note("use-one-of", ["known": .list(["plenary"])])])
  }

  @Test func `A meeting does not end before it begins`() throws {
    try given
      .when("meeting plan", ["series": "plenary", "from": "2027-04-05", "until": "2027-04-04"])
      .thenRefused("meeting-ends-before")
  }

  @Test func `A month may end on any of its days`() throws {
    try given
      .when("meeting plan", ["series": "plenary", "from": "2027-04-05", "until": "2027-04"])
      .then(["meeting.planned", "number.assigned"])
  }

  @Test func `A meeting of tomorrow needs a day`() throws {
    try given.when("meeting plan", ["series": "plenary"]).thenRefused("meeting-day-missing")
  }

  @Test func `A meeting is not planned for a day that is over`() throws {
    try given
      .when("meeting plan", ["series": "plenary", "from": "2026-11-22"])
      .thenRefused("meeting-in-the-past")
    try given
      .when("meeting plan", ["series": "plenary", "from": "2026-11-23"])
      .then(["meeting.planned", "number.assigned"])
    try given
      .when("meeting plan", ["series": "plenary", "from": "2026-11"])
      .then(["meeting.planned", "number.assigned"])
  }

  @Test(arguments: ["7", "unknown"])
  func `Nobody chooses the number of a meeting today`(_ number: String) throws {
    let refusal =
      try given
      .when("meeting plan", ["series": "plenary", "from": "2026-12-07", "number": number])
      .thenRefused("number-not-chosen")
    #expect(refusal.ways == [Note("leave-number-out", ["next": .int(1)])])
  }

  @Test func `The next number may be said aloud`() throws {
    try given
      .when("meeting plan", ["series": "plenary", "from": "2026-12-07", "number": "1"])
      .then(["meeting.planned", "number.assigned"], ["number": 1])
  }

  @Test func `A past may skip the numbers that nobody knows`() throws {
    let decision = try given.planned(2, from: "2017-04-06")
      .when(
        "meeting plan", ["series": "plenary", "number": "6"], on: "2019-04-04", takenOver: true
      )
      .then(["meeting.planned", "number.assigned"], ["number": 6])
    #expect(
      decision.notes == [
        Note(
          "numbers-unknown", ["series": .text("plenary"), "from": .int(3), "to": .int(5)])
      ])
  }

  @Test func `A gap of the past is filled later without a note`() throws {
    let decision = try given.planned(2, from: "2017-04-06").planned(6, from: "2019-04-04")
      .when("meeting plan", ["series": "plenary", "number": "4"], on: "2018", takenOver: true)
      .then(["meeting.planned", "number.assigned"], ["number": 4])
    #expect(decision.notes == [])
  }

  @Test func `A number is given once, in the past as well`() throws {
    try given.planned(2, from: "2017-04-06")
      .when(
        "meeting plan", ["series": "plenary", "number": "2"], on: "2017-04-06", takenOver: true
      )
      .thenRefused("number-taken")
    try given
      .when("meeting plan", ["series": "plenary", "number": "0"], on: "2017", takenOver: true)
      .thenRefused("number-taken")
  }

  @Test func `A meeting of unknown number is named by its day and counts as one`() throws {
    let decision =
      try given
      .when(
        "meeting plan", ["series": "plenary", "from": "2018-10", "number": "unknown"],
        on: "2018-10", takenOver: true
      )
      .then(["meeting.planned", "number.assigned"], ["from": "2018-10"])
    let meeting = try #require(MeetingID("plenary-2018-10"))
    #expect(decision.events.first?.key == EntityKey(meeting))
    #expect(decision.events.first?.event.data["number"] == nil)
    var counter = SeriesCounter(id: try #require(SeriesID("plenary")))
    counter.evolve(
      with: .assigned(NumberAssignment(number: nil, meeting: meeting)),
      at: Mark(position: 1, effective: day("2018-10-01")))
    #expect(counter.next == 2)
  }

  @Test func `A meeting without number and day has no name`() throws {
    try given
      .when(
        "meeting plan", ["series": "plenary", "number": "unknown"], on: "2018", takenOver: true
      )
      .thenRefused("meeting-without-name")
  }

  @Test func `Two meetings of unknown number cannot have one day`() throws {
    let meeting = try #require(MeetingID("plenary-2018-10"))
    try given
      .happened(
        .assigned(NumberAssignment(number: nil, meeting: meeting)),
        to: try #require(SeriesID("plenary"))
      )
      .when(
        "meeting plan", ["series": "plenary", "from": "2018-10", "number": "unknown"],
        on: "2018-10", takenOver: true
      )
      .thenRefused("meeting-planned-already")
  }

  @Test(arguments: ["-1", "x", "1.5"])
  func `A number has digits or is unknown`(_ number: String) throws {
    guard number != "-1" else {
      try given
        .when("meeting plan", ["series": "plenary", "number": number], on: "2018", takenOver: true)
        .thenRefused("number-taken")
      return
    }
    #expect(throws: Failure.self) {
      try given.when("meeting plan", ["series": "plenary", "number": number])
    }
  }
}

/// A day of a test, which a mistyped date stops.
func day(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Day {
  guard let day = Day(text) else {
    Issue.record("no day: \(text)", sourceLocation: sourceLocation)
    return Day(number: 0)
  }
  return day
}

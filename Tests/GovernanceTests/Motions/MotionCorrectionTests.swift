import Governance
import TestKit
import Testing
import Values

/// Events of a motion that were recorded wrongly, and read rightly afterwards.
@Suite struct MotionCorrectionTests {
  private let id: MotionID

  init() throws { id = try #require(MotionID("M-1")) }

  private func event(_ position: Int64, _ type: String, _ data: JSON) throws -> PastEvent {
    PastEvent(
      key: EntityKey(id), position: position, type: type,
      effective: try #require(Day("2026-06-01")), data: data)
  }

  private func correction(
    _ position: Int64, of corrected: Int64, _ changes: JSON = [:], strikes: Bool = false
  ) throws -> PastEvent {
    let correction = Correction(
      corrects: corrected, changes: changes.fields ?? JSON.Fields(), effective: nil,
      strikes: strikes, reason: "recorded wrongly")
    return try event(position, Correction.type, correction.data)
  }

  private func story() throws -> [PastEvent] {
    [
      try event(
        1, "motion.put",
        [
          "on": "2026-06-01", "body": "plenary", "title": "Guide", "matter": "default",
          "text": "One.\n\nTwo.", "digest": "x", "member": "PT", "stage": Given.stage("tabled"),
        ]),
      try event(2, "motion.supported", ["on": "2026-06-02", "member": "ES"]),
      try event(
        3, "amendment.proposed",
        ["on": "2026-06-02", "number": 1, "change": "replace", "first": 2, "text": "Zwei."]),
      try event(
        4, "amendment.decided",
        ["on": "2026-06-03", "number": 1, "deliberation": "D-1", "outcome": "adopted"]),
    ]
  }

  private func motion(_ corrections: PastEvent...) throws -> Motion {
    try History(id, story() + corrections).entity
  }

  @Test func `Without a correction the events are read as they stand`() throws {
    let motion = try motion()
    #expect(motion.consolidation.text.paragraphs == ["One.", "Zwei."])
    #expect(motion.supporters.map(\.text) == ["ES"])
  }

  @Test func `A corrected text counts for the amendments and for the digest`() throws {
    let motion = try motion(correction(5, of: 1, ["text": "Uno.\n\nDos.\n\nTres."]))
    #expect(motion.consolidation.text.paragraphs == ["Uno.", "Zwei.", "Tres."])
    #expect(motion.text.digest == MotionText("Uno.\n\nDos.\n\nTres.").digest)
  }

  @Test func `A supporter whose support is struck is none`() throws {
    #expect(try motion(correction(5, of: 2, strikes: true)).supporters == [])
  }

  @Test func `An amendment that is struck, or whose vote is, changes nothing any more`() throws {
    let gone = try motion(correction(5, of: 3, strikes: true))
    #expect(gone.amendments.isEmpty && gone.consolidation.text.paragraphs == ["One.", "Two."])
    let open = try motion(correction(5, of: 4, strikes: true))
    #expect(open.undecided.map(\.number) == [1])
    #expect(open.consolidation.text.paragraphs == ["One.", "Two."])
  }

  static let rows: [(changes: JSON, paragraphs: [String])] = [
    (["first": 1], ["Zwei.", "Two."]), (["first": 9], ["One.", "Two."]),
    (["first": 1, "last": 2], ["Zwei."]), (["change": "insert"], ["One.", "Two.", "Zwei."]),
    (["change": "strike"], ["One."]), (["text": "A.\n\nB."], ["One.", "A.", "B."]),
  ]

  @Test(arguments: rows)
  func `An amendment that is corrected changes what it should have changed`(
    _ row: (changes: JSON, paragraphs: [String])
  ) throws {
    let motion = try motion(correction(5, of: 3, row.changes))
    #expect(motion.consolidation.text.paragraphs == row.paragraphs)
  }

  @Test func `A vote that was counted wrongly is corrected in its outcome`() throws {
    let motion = try motion(correction(5, of: 4, ["outcome": "rejected"]))
    #expect(motion.amendment(1).map { motion.standing(of: $0) } == .rejected)
    #expect(motion.consolidation.text.paragraphs == ["One.", "Two."])
  }

  @Test func `A motion whose putting is struck is nowhere`() throws {
    let motion = try motion(correction(5, of: 1, strikes: true))
    #expect(motion.stage == nil && !motion.isOpen && motion.proposal == nil)
    #expect(motion.text.paragraphs.isEmpty)
  }

  @Test func `What is kept after corrections is read back equal`() throws {
    let motion = try motion(
      correction(5, of: 1, ["member": "ES"]), correction(6, of: 4, ["for": 3, "against": 1]))
    #expect(try Motion(id: id, state: motion.state) == motion)
    #expect(motion.amendment(1)?.decision?.facts.votes?.inFavour == 3)
    #expect(motion.supporters == [])
  }
}

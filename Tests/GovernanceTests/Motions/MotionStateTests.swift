import Governance
import TestKit
import Testing
import Values

/// What the events of a motion make of it, in whatever order they count.
@Suite struct MotionStateTests {
  private func motion(_ events: [(String, JSON)]) throws -> Motion {
    var motion = Motion(id: try #require(MotionID("M-1")))
    let day = try #require(Day("2026-06-01"))
    for (index, event) in events.enumerated() {
      motion.evolve(
        with: try MotionEvent(type: event.0, data: event.1),
        at: Mark(position: Int64(index + 1), effective: day))
    }
    return motion
  }

  private let put: (String, JSON) = (
    "motion.put",
    [
      "on": "2026-06-01", "body": "plenary", "title": "Guide", "matter": "default",
      "text": "One.\n\nTwo.", "digest": "x", "member": "PT", "stage": Given.stage("tabled"),
    ]
  )

  private func step(_ to: String, _ type: String = "motion.moved", final: Bool = false)
    -> (String, JSON)
  {
    (
      type,
      [
        "on": "2026-06-03", "transition": "way", "from": "tabled", "to": .text(to),
        "supporters": 1, "stage": Given.stage(to, votable: to == "debated", final: final),
      ]
    )
  }

  private func decided(_ outcome: String, by deliberation: String, to: String?) -> (String, JSON) {
    (
      "motion.decided",
      .object(compacting: [
        ("on", "2026-06-05"), ("deliberation", .text(deliberation)), ("outcome", .text(outcome)),
        ("digest", "x"), ("from", "debated"), ("transition", to.map { _ in "adopt" }),
        ("to", to.map { .text($0) }),
      ])
    )
  }

  @Test func `Before it is put a motion is nowhere`() throws {
    let motion = try motion([])
    #expect(motion.stage == nil && !motion.isOpen && motion.beginning == nil)
    #expect(motion.position == nil && motion.text.paragraphs.isEmpty)
  }

  @Test func `A motion stands in its first state, then in that of its last move`() throws {
    #expect(try motion([put]).stage?.state == "tabled")
    #expect(try motion([put]).isOpen)
    let moved = try motion([put, step("debated"), step("tabled"), step("debated")])
    #expect(moved.stage?.state == "debated" && moved.stage?.adoption?.to == "adopted")
    #expect(moved.position == 4 && moved.beginning?.position == 1)
  }

  @Test func `A motion that was taken back has ended, whatever came before`() throws {
    let motion = try motion([
      put, step("debated"), step("withdrawn", "motion.withdrawn", final: true),
    ])
    #expect(motion.stage?.state == "withdrawn" && !motion.isOpen)
    #expect(motion.position == 3)
  }

  @Test func `A vote that has a way ends a motion, and one that has none does not`() throws {
    let ended = try motion([put, step("debated"), decided("adopted", by: "D-1", to: "adopted")])
    #expect(ended.stage == MotionStage("adopted", isFinal: true) && !ended.isOpen)
    #expect(ended.ending?.facts.deliberation.text == "D-1")
    let open = try motion([put, step("debated"), decided("rejected", by: "D-1", to: nil)])
    #expect(open.stage?.state == "debated" && open.isOpen)
    #expect(open.decisions.count == 1 && open.ending == nil)
  }

  @Test func `A motion whose vote was annulled is where it was before the vote`() throws {
    let before = [put, step("debated"), decided("adopted", by: "D-1", to: "adopted")]
    let reopened: (String, JSON) = (
      "motion.reopened", ["on": "2026-06-05", "deliberation": "D-1"]
    )
    let motion = try motion(before + [reopened])
    #expect(motion.stage?.state == "debated" && motion.isOpen && motion.decisions.isEmpty)
    let again = try self.motion(
      before + [reopened, decided("adopted", by: "D-2", to: "adopted")])
    #expect(again.ending?.facts.deliberation.text == "D-2")
    let other: (String, JSON) = ("motion.reopened", ["on": "2026-06-05", "deliberation": "D-9"])
    #expect(try self.motion(before + [other]).stage?.isFinal == true)
  }

  @Test func `Supporters are counted once each, without the member whose motion it is`() throws {
    let supports = ["ES", "PT", "ES", "FR"].map { member -> (String, JSON) in
      ("motion.supported", ["on": "2026-06-02", "member": .text(member)])
    }
    #expect(try motion([put] + supports).supporters.map(\.text) == ["ES", "FR"])
  }

  @Test func `What is kept of a motion is read back equal`() throws {
    let support: (String, JSON) = ("motion.supported", ["on": "2026-06-02", "member": "ES"])
    let motion = try motion([
      put, support, step("debated"), decided("rejected", by: "D-1", to: nil),
      step("withdrawn", "motion.withdrawn", final: true),
    ])
    #expect(try Motion(id: motion.id, state: motion.state) == motion)
    #expect(motion.withdrawal != nil && motion.moves.count == 1)
  }

  @Test(arguments: ["adoption", "rejection"])
  func `A stage whose way is no way is not read`(_ key: String) throws {
    for wrong: JSON in [["to": "x"], "adopted", ["transition": "x"]] {
      var fields = try #require(Given.stage("debated").fields)
      fields[key] = wrong
      var data = try #require(put.1.fields)
      data["stage"] = .object(fields)
      #expect(throws: Failure.self) { _ = try MotionEvent(type: put.0, data: .object(data)) }
    }
  }
}

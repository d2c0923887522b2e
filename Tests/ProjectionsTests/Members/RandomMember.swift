import Governance
import TestKit
import Values

/// A member's history made by chance from a seed: any acts in any order of days, with corrections.
struct RandomMember {
  private var random: Seeded
  private let key: String

  init(seed: UInt64, key: String = "PT") {
    random = Seeded(seed: seed)
    self.key = key
  }

  func story(length: Int = 14) throws -> MemberStory {
    var copy = self
    var story = MemberStory(key)
    for _ in 0..<length { story = try copy.continued(story) }
    return story
  }

  private mutating func continued(_ story: MemberStory) throws -> MemberStory {
    let day = Day(number: 17_000 + Int.random(in: 0..<400, using: &random)).description
    let memberClass = ["member", "observer", "guest"].randomElement(using: &random) ?? "member"
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1: return try story.admitted(memberClass, day)
    case 2: return try story.reclassified(memberClass, day)
    case 3: return try story.ended(day)
    default: return try corrected(story, day, memberClass)
    }
  }

  private mutating func corrected(_ story: MemberStory, _ day: String, _ memberClass: String) throws
    -> MemberStory
  {
    let candidates = story.events.filter { $0.type != Correction.type }
    guard let target = candidates.randomElement(using: &random) else {
      return try story.admitted(memberClass, day)
    }
    let changes: [(String, JSON)] =
      target.type == "member.ended" ? [] : [("class", .text(memberClass))]
    let moves = Bool.random(using: &random)
    return try story.corrected(
      target.position, on: "2026-01-01",
      changes: JSON.Fields(changes + (moves ? [("from", .text(day))] : [])),
      effective: moves ? day : nil, strikes: Int.random(in: 0..<4, using: &random) == 0)
  }
}

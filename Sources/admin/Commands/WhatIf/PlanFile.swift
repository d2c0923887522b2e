internal import EventStore
internal import Governance
internal import Plugins
internal import Publishing
internal import Values

/// A plan on disk: readable JSON that says which rules, from which day, and on which log it was made.
struct PlanFile: Equatable {
  /// The first thing that a plan says; raised when a key changes its meaning.
  static let format = "acta-plan/1"
  /// In bytes; a plan lists what differs and nothing else, so that a larger file is none.
  private static let largest = 32 << 20

  /// Of the rules that were planned.
  let digest: Digest
  let effective: Day
  /// The hash with which the log ended.
  let head: Digest

  /// Reads a plan.
  ///
  /// - Throws: `file-missing`, `plan-unreadable` for a file that is no plan of this program.
  init(path: String) throws(Failure) {
    guard FileBytes.exists(path) else { throw Failure(.fileMissing, ["path": .text(path)]) }
    let bytes = FileBytes.read(path, atMost: Self.largest) ?? []
    guard let json = try? JSON(parsing: bytes), json["format"]?.text == Self.format,
      let digest = json["planned"]?["digest"]?.text.flatMap({ Digest(hex: $0) }),
      let effective = json["effective"]?.text.flatMap({ Day($0) }),
      let head = json["log"]?["head"]?.text.flatMap({ Digest(hex: $0) })
    else {
      throw Failure(.planUnreadable, ["path": .text(path), "format": .text(Self.format)])
    }
    self.digest = digest
    self.effective = effective
    self.head = head
  }

  /// Holds the draft of the network to the plan.
  ///
  /// - Throws: `plan-other-rules` when the file was changed since.
  func check(_ rules: Rules) throws(Failure) {
    let found = RulesName(rules)
    guard found.digest == digest else {
      throw Failure(
        .planOtherRules, ["found": .text(found.text), "planned": .text(digest.hex)])
    }
  }
}

extension PlanFile {
  /// The whole plan as it is written; the sentences are English, whoever reads it.
  static func json(of plan: RulesPlan) -> JSON {
    let page = ChangePage(Catalogue(.english), electorates: plan.electorates)
    return [
      "format": .text(format), "network": .text(plan.planned.id),
      "log": [
        "position": .int(plan.head.position), "leaves": .int(plan.head.ordinal),
        "head": .text(plan.head.hash.hex),
      ],
      "effective": .text(plan.effective.description), "in_force": plan.inForce.json,
      "planned": plan.planned.json, "changes": .list(plan.changes.map(page.json(of:))),
      "affected": [
        "bodies": .texts(plan.affected.bodies), "classes": .texts(plan.affected.classes),
        "members": .int(Int64(plan.affected.members)), "of": .int(Int64(plan.affected.all)),
      ],
      "open": .list(plan.open.map { json(of: $0, plan) }),
      "past": [
        "decided": .int(Int64(plan.past.decided)), "unread": .int(Int64(plan.past.unread)),
        "different": .list(plan.past.differences.map(\.json)),
      ], "needs": .list(plan.needs.map(json(of:))),
    ]
  }

  private static func json(of matter: OpenMatter, _ plan: RulesPlan) -> JSON {
    .object(compacting: [
      ("id", .text(matter.id)), ("stage", .text(matter.stage.rawValue)),
      ("body", matter.body.map { .text($0) }), ("since", .text(matter.since.description)),
      ("keeps", .bool(plan.keeps(matter))),
    ])
  }

  private static func json(of needed: NeededMajority) -> JSON {
    .object(compacting: [
      ("body", .text(needed.body)), ("matter", .text(needed.matter)),
      ("clause", .text(needed.clause)), ("method", .text(needed.method.rawValue)),
      ("strictness", needed.threshold.map { .text($0.strictness.rawValue) }),
      ("threshold", needed.threshold.map { .text($0.fraction.description) }),
      ("base", .text(needed.base.rawValue)), ("needed", needed.needed.map { .int(Int64($0)) }),
      ("of", needed.of.map { .int(Int64($0)) }),
    ])
  }
}

extension Failure.Code {
  static let planUnreadable = Self("plan-unreadable", exit: .badData)
  static let planOtherRules = Self("plan-other-rules", exit: .badData)
  static let planOtherDay = Self("plan-other-day", exit: .usage)
}

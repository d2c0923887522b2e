import Foundation
import Governance
import Testing
import Values

/// What each stored event must have, may have, and of which kind each value is, key by key.
///
/// The rows are data of the log: a key that is required here was written by every release.
@Suite struct StoredFormTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let type: String
    let required: Set<String>
    let optional: Set<String>
    var testDescription: String { type }

    init(_ type: String, _ required: String, optional: String = "") {
      self.type = type
      self.required = Set(required.split(separator: " ").map(String.init))
      self.optional = Set(optional.split(separator: " ").map(String.init))
    }
  }

  static let rows: [Row] = [
    Row("action.added", "number title", optional: "owner due objective"),
    Row("action.closed", "number on outcome"), Row("action.reported", "number on text"),
    Row("absence.recorded", "person from", optional: "until"),
    Row("absence.ended", "person from", optional: "until"),
    Row("alternate.named", "person rank from", optional: "until act"),
    Row("alternate.ended", "person until reason"),
    Row("application.filed", "member class on", optional: "text digest"),
    Row("application.advised", "body tenor on", optional: "deliberation text"),
    Row("application.granted", "on", optional: "deliberation reason"),
    Row("application.refused", "on", optional: "deliberation reason"),
    Row("application.withdrawn", "on", optional: "deliberation reason"),
    Row("approval.asked", "act fields effective by until", optional: "documents note"),
    Row("approval.confirmed", "by"), Row("approval.withdrawn", "by", optional: "reason"),
    Row("agenda.frozen", "meeting on"),
    Row("invitation.advanced", "meeting number on"),
    Row("invitation.cancelled", "meeting number on", optional: "reason"),
    Row(
      "invitation.registered", "meeting number on member class waits", optional: "person late"),
    Row(
      "item.added", "meeting item on title session late",
      optional:
        "parent owner minutes papers reason deliberation approves follows refers sender consent"),
    Row("item.marked", "meeting item on session reason"),
    Row("item.moved", "meeting item on", optional: "parent before"),
    Row("item.treated", "meeting item deliberation"),
    Row("item.withdrawn", "meeting item on reason"),
    Row(
      "minutes.approved", "meeting on version digest objections", optional: "until deliberation"),
    Row("minutes.circulated", "meeting on version digest silence", optional: "until texts"),
    Row(
      "minutes.commented", "meeting on number text objects late", optional: "member place"),
    Row("minutes.corrected", "meeting on number place text reason version"),
    Row("minutes.drafted", "meeting on version statements digest"),
    Row("minutes.restored", "meeting on version restores digest"),
    Row("minutes.written", "meeting on version paragraph after text digest"),
    Row(
      "amendment.decided", "on number deliberation outcome", optional: "for against abstain"),
    Row("amendment.proposed", "on number change first", optional: "last text member reason"),
    Row("amendment.withdrawn", "on number", optional: "reason"),
    Row("appointment.confirmed", "on"), Row("appointment.ended", "until reason"),
    Row("appointment.made", "person from", optional: "until act"),
    Row("assignment.closed", "on outcome result"),
    Row("assignment.extended", "on from due reason"),
    Row(
      "assignment.made", "title owner due on", optional: "meeting item deliberation series"),
    Row("assignment.reported", "on text"),
    Row("backup.made", "name position leaves head keys"),
    Row("board.composed", "members from", optional: "until holder act deliberation election"),
    Row("board.elected", "members from", optional: "until holder act deliberation election"),
    Row("board.rotated", "members from", optional: "until holder act deliberation election"),
    Row("board.swapped", "members from", optional: "until holder act deliberation election"),
    Row("candidate.accepted", "on member"),
    Row("candidate.nominated", "on member", optional: "proposer"),
    Row("candidate.withdrawn", "on member", optional: "reason"),
    Row("census.closed", "on asked confirmed waiting"),
    Row("census.opened", "on until", optional: "kind"),
    Row("coordinator.named", "members from", optional: "until holder act deliberation election"),
    Row("delegation.arrived", "member", optional: "time represented_by person remote"),
    Row("delegation.departed", "member", optional: "time"),
    Row("delegation.excused", "member", optional: "reason"),
    Row("delegation.moved", "member remote", optional: "time"),
    Row(
      "deliberation.adopted", "body title matter method",
      optional:
        "meeting procedure text entitled present votes names chair_vote dissent digest basis papers witness repeats recusals proxies time shares struck lot second_round_of motion amendment decides voters choice aside no_objection"
    ),
    Row("deliberation.deferred", "meeting body title matter reason"),
    Row("deliberation.annulled", "reason", optional: "deliberation"),
    Row("deliberation.amended", "deliberation", optional: "text digest"),
    Row("deliberation.repealed", "deliberation"),
    Row(
      "deliberation.rejected", "body title matter method",
      optional:
        "meeting procedure text entitled present votes names chair_vote dissent digest basis papers witness repeats recusals proxies time shares struck lot second_round_of motion amendment decides voters choice aside no_objection"
    ),
    Row(
      "deliberation.tied", "body title matter method",
      optional:
        "meeting procedure text entitled present votes names chair_vote dissent digest basis papers witness repeats recusals proxies time shares struck lot second_round_of motion amendment decides voters choice aside no_objection"
    ),
    Row("deliverable.added", "action number title", optional: "due"),
    Row("deliverable.published", "action number on", optional: "identifier"),
    Row("floor.closed", "meeting", optional: "item time"),
    Row("floor.ended", "meeting number", optional: "time minutes"),
    Row("floor.given", "meeting number", optional: "time"),
    Row("floor.limited", "meeting", optional: "item minutes times"),
    Row(
      "floor.requested", "meeting number member turns spoken",
      optional: "item point_of_order time"),
    Row("floor.withdrawn", "meeting number", optional: "time"),
    Row("guest.arrived", "number kind guest", optional: "count time remote"),
    Row("guest.departed", "number", optional: "time"),
    Row("election.annulled", "round on reason", optional: "deliberation"),
    Row("election.closed", "on elected vacant", optional: "unopposed"),
    Row(
      "election.counted",
      "round meeting on body proxied ballots abstain invalid marks places base results elected next",
      optional: "time entitled present needed names tied chosen lot vacant"),
    Row("election.opened", "on body by seats", optional: "stays until"),
    Row("guard.waived", "guard by from repeats", optional: "deliberation reason subject until"),
    Row("key.created", "from name public_key purpose"),
    Row("key.retired", "from", optional: "reason"), Row("key.rotated", "from successor"),
    Row(
      "letter.written", "about subject due step on person language",
      optional: "member title values"),
    Row("meeting.cancelled", "on reason"), Row("meeting.closed", "on", optional: "time"),
    Row("meeting.convened", "on agenda urgent", optional: "reason second_call_of"),
    Row("meeting.held", "by"),
    Row(
      "meeting.moved", "on reason urgent",
      optional: "from until place format title starts zone link"),
    Row("meeting.opened", "on present", optional: "time chair attended quorum proxies remote"),
    Row(
      "meeting.planned", "series",
      optional: "number from until place format title funder starts zone link"),
    Row("member.admitted", "class from"), Row("member.ended", "from", optional: "reason"),
    Row("member.reclassified", "class from"), Row("network.founded", "on instrument"),
    Row(
      "motion.decided", "on deliberation outcome digest from", optional: "transition to"),
    Row("motion.moved", "on transition from to supporters stage", optional: "reason"),
    Row("motion.put", "on body title matter text digest stage", optional: "member reason"),
    Row("motion.reopened", "on deliberation"), Row("motion.supported", "on member"),
    Row("motion.withdrawn", "on transition from to supporters stage", optional: "reason"),
    Row("number.assigned", "meeting", optional: "number"),
    Row("objective.added", "number title"),
    Row("output.published", "output identifier on", optional: "period_ending"),
    Row("parameter.changed", "name value from", optional: "deliberation"),
    Row("person.erased", "basis", optional: "reason"),
    Row("person.exported", "", optional: "reason"),
    Row("person.registered", "", optional: "languages specialities"),
    Row("person.revised", "", optional: "languages specialities"),
    Row("procedure.answered", "member vote at", optional: "person"),
    Row("procedure.broken", "rule at addressees objections then"),
    Row(
      "procedure.closed", "rule at outcome addressees answered objections",
      optional: "deliberation"),
    Row("procedure.consented", "rule at addressees agreed against", optional: "meeting"),
    Row(
      "procedure.expired", "rule at outcome addressees answered objections",
      optional: "deliberation"),
    Row("procedure.extended", "from expires local at reason"),
    Row("procedure.notified", "members at", optional: "way proof"),
    Row("procedure.objected", "member means at late", optional: "text"),
    Row(
      "procedure.opened",
      "rule kind body title matter papers addressees record_date at zone urgent",
      optional: "text reason follows"),
    Row("procedure.published", "at", optional: "meeting identifier"),
    Row("procedure.retracted", "member at resumes", optional: "reason"),
    Row("procedure.started", "rule urgent addressees notified from expires local zone"),
    Row("procedure.withdrawn", "at reason"),
    Row("programme.adopted", "on deliberation"),
    Row(
      "programme.amended", "on deliberation version",
      optional: "objectives added dropped changed"),
    Row("programme.drafted", "title from until topics"),
    Row("proxy.given", "giver holder body from presence held", optional: "meeting matter until"),
    Row("proxy.revoked", "on", optional: "time reason"),
    Row("programme.withdrawn", "on reason"),
    Row("referral.decided", "on body deliberation outcome", optional: "meeting"),
    Row("referral.forwarded", "on from to", optional: "text papers meeting deliberation"),
    Row(
      "referral.made", "on title from to asks session", optional: "text papers deliberation"),
    Row("referral.noted", "on body", optional: "text meeting"),
    Row("referral.reopened", "on deliberation"),
    Row("referral.returned", "on from to", optional: "text papers meeting deliberation"),
    Row("referral.scheduled", "on body", optional: "meeting"),
    Row("referral.withdrawn", "on reason"),
    Row("report.published", "output identifier on", optional: "period_ending"),
    Row("role.assigned", "person from", optional: "member until deliberation"),
    Row("role.ended", "person until", optional: "reason"),
    Row("rules.adopted", "version digest from", optional: "deliberation rules"),
    Row("seat.created", "member kind number"),
    Row("subgroup.coordinated", "member from", optional: "until"),
    Row("subgroup.amended", "on deliberation", optional: "mandate until terms"),
    Row("subgroup.created", "title mandate from deliberation", optional: "until members terms"),
    Row("subgroup.departed", "member from", optional: "reason"),
    Row("subgroup.joined", "member from"),
    Row("subgroup.ended", "on", optional: "reason"), Row("subgroup.reported", "on text"),
    Row("waiver.used", "on event subject"),
  ]

  private static func kind(of type: String) throws -> any Entity.Type {
    try #require(EntityCatalogue.kinds.first { schemas(of: $0).keys.contains(type) })
  }

  private static func schemas<E: Entity>(of kind: E.Type) -> [String: Int] { E.Event.schemas }

  private static func reads<E: Entity>(_ fields: JSON.Fields, _ type: String, as kind: E.Type)
    -> Bool
  {
    do throws(Failure) {
      _ = try E.Event(type: type, data: .object(fields))
      return true
    } catch {
      return false
    }
  }

  private static func golden(_ type: String) throws -> JSON.Fields {
    let file = GoldenEventsTests.folder.appending(path: "\(type).v1.json")
    return try #require(JSON(parsing: String(contentsOf: file, encoding: .utf8)).fields)
  }

  @Test func `Each stored event stands here, and no other`() {
    let stored = EntityCatalogue.kinds.flatMap { Array(Self.schemas(of: $0).keys) }
    #expect(Set(stored) == Set(Self.rows.map(\.type)))
    #expect(stored.count == Self.rows.count)
  }

  @Test(arguments: rows)
  func `A golden file has every required key, and no key that is unknown`(_ row: Row) throws {
    let names = Set(try Self.golden(row.type).names)
    #expect(row.required.isSubset(of: names))
    #expect(names.isSubset(of: row.required.union(row.optional)))
    #expect(row.required.isDisjoint(with: row.optional))
  }

  @Test(arguments: rows)
  func `Without a required key the event is not read, and without an optional one it is`(_ row: Row)
    throws
  {
    let kind = try Self.kind(of: row.type)
    let golden = try Self.golden(row.type)
    for name in golden.names {
      let rest = JSON.Fields(golden.members.filter { $0.name != name }.map { ($0.name, $0.value) })
      let reads = Self.reads(rest, row.type, as: kind)
      #expect(reads == row.optional.contains(name), "\(row.type) without \(name)")
    }
  }

  @Test(arguments: rows)
  func `A required key of another form is not read`(_ row: Row) throws {
    let kind = try Self.kind(of: row.type)
    let golden = try Self.golden(row.type)
    for name in row.required {
      for wrong: JSON in [.null, ["x": 1], .bool(true), .int(-7)] {
        guard wrong.canonicalText != golden[name]?.canonicalText else { continue }
        if case .bool = golden[name], case .bool = wrong { continue }
        if case .int = golden[name], case .int = wrong { continue }
        var fields = golden
        fields[name] = wrong
        let reads = Self.reads(fields, row.type, as: kind)
        #expect(!reads, "\(row.type): \(name) = \(wrong)")
      }
    }
  }

  @Test(arguments: rows)
  func `What is read is written again with the same keys, whatever optional ones are there`(
    _ row: Row
  )
    throws
  {
    let kind = try Self.kind(of: row.type)
    let golden = try Self.golden(row.type)
    let least = JSON.Fields(
      golden.members.filter { row.required.contains($0.name) || $0.name == "rules" }
        .map { ($0.name, $0.value) })
    for fields in [golden, least] {
      let again = try Self.again(fields, row.type, as: kind)
      #expect(again.canonicalText == JSON.object(fields).canonicalText)
    }
  }

  private static func again<E: Entity>(_ fields: JSON.Fields, _ type: String, as kind: E.Type)
    throws
    -> JSON
  {
    try E.Event(type: type, data: .object(fields)).data
  }

  /// A register reads whatever type the rules may have; its own tests say what it does not.
  @Test func `A type that an entity does not have is told as unknown`() {
    for kind in EntityCatalogue.kinds where kind.category != Register.category {
      for type in ["galaxy.formed", "member.knighted", "", "event.corrected"] {
        let failure = #expect(throws: Failure.self) {
          _ = try Self.again(Self.plausible, type, as: kind)
        }
        #expect(["event-unknown", "event-unreadable"].contains(failure?.code.name ?? ""))
      }
    }
  }

  /// Data that any event's reader finds something in, so that the type is what is wrong.
  private static let plausible = JSON.Fields([
    ("on", "2026-11-23"), ("from", "2026-11-23"), ("until", "2026-11-23"), ("reason", "x"),
    ("members", ["PT"]), ("member", "PT"), ("text", "x"), ("number", 1), ("title", "x"),
    ("class", "member"), ("instrument", "x"), ("meeting", "plenary-1"),
  ])
}

import Foundation
import Plugins
import Testing
import Values

/// What cannot hold in rules that are written in expressions, each fault at its line and column.
@Suite struct RefusedExpressionTests {
  /// A change of the sample, the code that it gives, and what stands at the place.
  struct Row: CustomTestStringConvertible, Sendable {
    let found: String
    let wrong: String
    let code: Failure.Code
    let at: String

    init(_ found: String, _ wrong: String, _ code: Failure.Code, at place: String) {
      (self.found, self.wrong, self.code, at) = (found, wrong, code, place)
    }

    var testDescription: String { wrong }
  }

  static let expressions = [
    Row("m.votes)", "m.vote)", .expressionFieldUnknown, at: "voting: \"members.filter(m, m.vote|"),
    Row("size(voting)", "siz(voting)", .expressionFunctionUnknown, at: "siz(voting)"),
    Row("payload.from < now", "payload.from < now()", .expressionFunctionUnknown, at: "now()"),
    Row("electorate < 50", "electorat < 50", .expressionNameUnknown, at: "electorat < 50"),
    Row("electorate < 50", "electorate < '50'", .expressionCallUnfit, at: "< '50'"),
    Row("electorate < 50", "electorate", .expressionCallUnfit, at: "&& electorate"),
    Row("== 'member'\n", "\n", .expressionType, at: "payload.class"),
    Row("from: payload.from, count", "from: payload.form, count", .expressionFieldUnknown, at: ""),
    Row(
      "from: payload.from, count", "from: members, count", .expressionValue, at: "members, count"),
    Row("'green', 'amber'", "'green', 3 * ", .expressionSyntax, at: ""),
    Row("a.state in", "a.stat in", .expressionFieldUnknown, at: ""),
    Row("addPeriod(now, params.notice)", "params.notice", .expressionType, at: "params.notice\n"),
    Row("params.notice)", "params.notise)", .expressionFieldUnknown, at: ""),
    Row(
      "addPeriod(now, params.notice)", "addPeriod(now, '14 days')", .expressionPeriod,
      at: "'14 days'"),
    Row("person: trigger.payload", "person: triger.payload", .expressionNameUnknown, at: "triger"),
    Row("&& trigger.payload.person", "&& trigger.payload.persn", .expressionFieldUnknown, at: ""),
    Row("key: payload.number", "key: payload.numbr", .expressionFieldUnknown, at: ""),
    Row("since: now", "since: network", .expressionValue, at: "network}"),
    Row(
      "electorate < 50", "payload.class.matches('(?=a)')", .expressionPattern, at: "'(?=a)'"),
    Row(
      "size(voting)", "\"size('a'.matches('(a)\\\\\\\\1') ? 'a' : '')\"", .expressionPattern, at: ""
    ),
    Row("since: now", "since: size(members)", .viewNameOutside, at: "size(members)}"),
    Row("since: now", "since: electorate", .viewNameOutside, at: ""),
    Row("key: payload.number", "key: actor.id", .viewNameOutside, at: "actor.id\n"),
    Row("since: now", "valid_from: now", .viewColumnTaken, at: "now}"),
    Row("day: payload.on", "day: payload.day", .expressionFieldUnknown, at: ""),
    Row("actor.id != ''", "''", .valueUnreadable, at: "''\n"),
  ]

  static let names = [
    Row(
      "electorate: size(voting)", "electorate: size(voters)\n  voters: '[electorate]'",
      .definitionCycle, at: "size(voters)"),
    Row("voting: \"members", "members: \"members", .definitionTaken, at: "\"members.filter|"),
    Row("late: \"payload.from", "late: \"payload.form", .definitionUnread, at: "!late"),
    Row("[member.admitted,", "[member.admited,", .referenceUnknown, at: "member.admited"),
    Row(
      "sample.guideline.published:\n    version", "member.admitted:\n    version", .eventTaken,
      at: "member.admitted:"),
    Row(
      "sample.guideline.published:\n    version", "Guideline:\n    version", .valueUnreadable,
      at: "Guideline:"),
    Row("version: 2\n", "version: 3\n", .upcastMissing, at: "3\n    title: {en: Guideline p"),
    Row("ref: meeting", "ref: meetings", .referenceUnknown, at: "meetings}"),
    Row("required: [number,", "required: [numbr,", .referenceUnknown, at: "numbr"),
    Row("type: boolean", "type: bool", .choiceMisspelt, at: "bool,"),
    Row("minimum: 1, maximum: 500", "minimum: 9, maximum: 5", .rangeBackwards, at: ""),
    Row("default: 1}", "default: 0}", .payloadOutside, at: "0}\n        on"),
    Row(
      "additionalProperties: false", "additionalProperties: true", .choiceUnknown,
      at: "true\n      required"),
    Row("by: [board], reason", "by: [bord], reason", .referenceUnknown, at: "bord"),
    Row("severity: warn", "severity: wran", .choiceMisspelt, at: "wran"),
    Row("owed_by: secretariat", "owed_by: chancellery", .referenceUnknown, at: "chancellery"),
    Row("late: {to: board}", "late: {to: nobody}", .referenceUnknown, at: "nobody"),
    Row("id: guideline.authors", "id: member.in-time", .clauseRepeated, at: ""),
    Row(
      "id: guideline.authors", "id: Guideline authors", .valueUnreadable, at: "Guideline authors"),
    Row("id: directory-updated", "id: member.in-time", .clauseRepeated, at: ""),
    Row("scope: own_state", "scope: own_stat", .choiceMisspelt, at: "own_stat,"),
    Row("formats: [text, html]", "formats: [txt, html]", .choiceMisspelt, at: "txt"),
    Row("on: [member.admitted, member.reclassified]", "on: []", .listEmpty, at: "[]\n    source"),
    Row(
      "late: {to: board}\n    source: assumption", "late: {to: board}", .keyMissing,
      at: "id: directory"),
    Row("maxima: {members: 60", "maxima: {members: 501", .valueOutOfRange, at: "501"),
    Row("maxima: {members: 60", "maxima: {member: 60", .keyMisspelt, at: "member: 60"),
    Row("remind: [P2D]", "remind: [2 days]", .valueUnreadable, at: "2 days"),
  ]

  static let messages = [
    Row("admitted from {from}", "admitted from {form}", .placeholderUnknown, at: "form} on"),
    Row("desde {from};", "desde então;", .placeholderMissing, at: "\"Um membro|"),
    Row(
      "{handling: payload.handling}", "{handling: payload.handling, no: payload.number}",
      .placeholderUnused, at: "no: payload"),
    Row("Authors come from members.", "{who} come from members.", .placeholderUnknown, at: "who}"),
    Row(", pt: \"Os autores vêm dos membros.\"}", "}", .textMissing, at: "{en: \"Authors"),
    Row(
      "{en: Guidelines, pt: Orientações}", "{en: Guidelines}", .textMissing, at: "{en: Guidelines}"),
    Row("Convocada em {day}.", "Convocada em {dia}.", .placeholderUnknown, at: "dia}"),
    Row("admitted from {from}", "admitted from {from", .messageUnread, at: "on; {count}"),
    Row(
      "{count} vote already.", "{count, plural, one {# votes}} already.", .messageUnread,
      at: "{count, plural, one"),
    Row("Convened on {day}.", "Convened on {day, date}.", .messageUnread, at: "date}"),
  ]

  static let provoked = (expressions + names + messages).map(\.code)

  private static func errors(_ text: String) -> [Failure] {
    do throws(PluginRefused) {
      _ = try PluginFile.load(text: text, file: "s.yaml")
      return []
    } catch {
      return error.errors
    }
  }

  /// The place of a text, or of its last character when it ends with `|`; nil for no text.
  private static func place(of mark: String, in text: String) throws -> Place? {
    guard !mark.isEmpty else { return nil }
    let isEnd = mark.hasSuffix("|")
    let range = try #require(text.firstRange(of: isEnd ? String(mark.dropLast()) : mark))
    let start = range.lowerBound
    let lines = text[..<start].split(separator: "\n", omittingEmptySubsequences: false)
    return Place(
      file: "s.yaml", line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
  }

  @Test(arguments: expressions + names + messages)
  func `What cannot hold is refused where it stands`(_ row: Row) throws {
    let range = try #require(SamplePlugin.written.firstRange(of: row.found))
    var text = SamplePlugin.written
    text.replaceSubrange(range, with: row.wrong)
    let errors = Self.errors(text)
    let found = errors.filter { $0.code == row.code }
    #expect(!found.isEmpty, "\(errors)")
    #expect(found.allSatisfy { $0.place != nil })
    guard !row.at.hasSuffix("|"), let place = try Self.place(of: row.at, in: text) else { return }
    #expect(found.contains { $0.place == place }, "\(found)")
  }

  @Test func `A fault in a folded block is shown on the line where it stands`() {
    let text = SamplePlugin.written.replacing("&& electorate < 50", with: "&& electorat < 50")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = (lines.firstIndex { $0.contains("electorat <") } ?? 0) + 1
    #expect(Self.errors(text).map(\.place) == [Place(file: "s.yaml", line: line, column: 10)])
  }

  @Test func `A misspelt field is given its nearest and all that there are`() {
    let text = SamplePlugin.written.replacing("m.votes)", with: "m.vots)")
    let failure = Self.errors(text).first { $0.code == .expressionFieldUnknown }
    #expect(failure?.values["nearest"] == .text("votes"))
    #expect(failure?.values["record"] == .text("member"))
  }

  @Test func `A guard on two types is checked against each`() {
    let text = SamplePlugin.written.replacing(
      "member.reclassified]", with: "member.reclassified, meeting.closed]")
    let codes = Set(Self.errors(text).map(\.code))
    #expect(codes == [.expressionFieldUnknown, .definitionUnread])
  }

  @Test func `A cycle of definitions is told with its way`() {
    let text = SamplePlugin.written.replacing(
      "electorate: size(voting)",
      with: "a: b + 1\n  b: c + 1\n  c: a + 1\n  electorate: size(voting)")
    let failure = Self.errors(text).first { $0.code == .definitionCycle }
    #expect(failure?.values["path"] == .text("a → b → c → a"))
  }

  @Test func `A variable of a macro with the name of a definition is no cycle`() throws {
    let text = SamplePlugin.written.replacing(
      "members.filter(m, m.votes)", with: "members.filter(voting, voting.votes)")
    #expect(Self.errors(text).isEmpty)
  }

  @Test func `A rule that could cost too much is refused with both numbers`() {
    let text = SamplePlugin.written.replacing(
      "electorate < 50",
      with: "members.all(a, members.all(b, members.all(c, members.all(d, a == b && c == d))))")
    let failure = Self.errors(text).first { $0.code == .expressionCost }
    #expect(failure?.values["most"] == .int(1_000_000))
  }

  @Test func `Lists that a plugin declares shorter make a rule cheaper`() {
    let text = SamplePlugin.written.replacing(
      "electorate < 50", with: "members.all(a, members.exists(b, a.id != b.id))")
    #expect(Self.errors(text).map(\.code) == [])
    let longer = text.replacing("maxima: {members: 60,", with: "maxima: {members: 500,")
    #expect(Self.errors(longer).map(\.code) == [.expressionCost])
  }

  @Test(arguments: [
    ("definitions", 201), ("guards", 1_001),
  ])
  func `More rules than can be checked with each act are refused`(
    _ row: (key: String, count: Int)
  ) {
    let many =
      row.key == "definitions"
      ? (0..<row.count).map { "  d\($0): d\($0 + 1)" }
      : (0..<row.count).map {
        "  - {id: g\($0), on: [member.ended], require: 'true', source: practice, message: {en: x, pt: x}}"
      }
    let text = SamplePlugin.text + row.key + ":\n" + many.joined(separator: "\n") + "\n"
    #expect(Self.errors(text).contains { $0.code == .listTooLong })
  }
}

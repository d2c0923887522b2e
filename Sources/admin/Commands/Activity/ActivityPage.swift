internal import EventStore
internal import Plugins
internal import Projections
internal import Publishing
internal import Values

/// An activity report as a document in the reader's language, with the events behind each line.
struct ActivityPage {
  private let activity: Activity
  private let rules: Rules?
  private let catalogue: Catalogue
  private let notes: [Int64: String]

  /// - Throws: What is wrong with the log, in which the events are looked up.
  init(
    _ activity: Activity, under rules: Rules?, in log: Log, _ catalogue: Catalogue
  ) throws {
    self.activity = activity
    self.rules = rules
    self.catalogue = catalogue
    let positions = Set(activity.sections.flatMap(\.lines).compactMap(\.event))
    let sources = try MeetingPapers.sources(positions, in: log)
    notes = Dictionary(
      sources.map { ($0.key, $0.value.note($0.key, catalogue)) }, uniquingKeysWith: { $1 })
  }

  var document: Document {
    Document(
      catalogue.language, title: catalogue.text("activity.title-\(activity.audience.rawValue)"),
      subtitle: rules.map { name($0.title) } ?? "",
      blocks: [.facts(facts)] + (activity.sections.isEmpty ? none : blocks)
        + StateLegend(codes).blocks(in: catalogue),
      notes: notes, notesTitle: catalogue.text("document.events"), closing: [])
  }

  private var facts: [Document.Fact] {
    let days = catalogue.days(
      from: PartialDay(activity.from), until: PartialDay(activity.until))
    let open = catalogue.text(
      "activity.open", ["n": .int(activity.openActions), "late": .int(activity.overdueActions)])
    return [
      Document.Fact(catalogue.text("activity.period"), Document.Span(days)), audience, whose,
      Document.Fact(catalogue.text("activity.actions"), Document.Span(open)),
    ].compactMap(\.self)
  }

  /// For whom it is, and what is left out for them.
  private var audience: Document.Fact {
    Document.Fact(
      catalogue.text("activity.audience"),
      Document.Span(catalogue.text("activity.audience-\(activity.audience.rawValue)")))
  }

  /// The member or subgroup that the report is about; nil for the whole network.
  private var whose: Document.Fact? {
    switch activity.scope {
    case .network: nil
    case .member(let code):
      Document.Fact(catalogue.text("activity.member"), Document.Span(called(code)))
    case .subgroup(let id):
      Document.Fact(
        catalogue.text("activity.subgroup"),
        Document.Span(Visible.text(activity.subgroupTitle ?? id)))
    }
  }

  /// `Portugal (PT)`; what the rules call an institution.
  private func called(_ code: String) -> String {
    if let state = catalogue.state(code) { return "\(state) (\(code))" }
    return rules?.membership.institutions[code].map(name) ?? code
  }

  private var none: [Document.Block] {
    [.paragraph(Document.Span(catalogue.text("activity.none")), place: nil)]
  }

  private var blocks: [Document.Block] {
    activity.sections.flatMap { section -> [Document.Block] in
      let name = section.subject.rawValue
      let title = catalogue.text("activity.section.\(name)")
      let items = section.lines.enumerated().map { index, line in
        Document.Block.item(
          depth: 0, number: "\(index + 1)",
          Document.Span(words(of: line), line.event.map { [$0] } ?? []), place: nil)
      }
      return [Document.Block.heading(2, Document.Span(title), place: name)] + items
    }
  }

  /// The values that are days, as the log writes them.
  private static let days: Set = ["on", "opened", "ending"]

  /// Days are written as the language does, what the rules give a title has it, all else is as it stands in the log.
  private func words(of line: ActivityLine) -> String {
    let titles = ActivityTitles(line, rules, catalogue).values
    let values = line.values.map { name, value -> (String, Failure.Value) in
      guard Self.days.contains(name), case .text(let text) = value, let day = PartialDay(text)
      else {
        return (name, value)
      }
      return (name, .text(catalogue.day(day)))
    }
    return catalogue.text(
      "activity.\(line.code)",
      Dictionary(values) { first, _ in first }.merging(titles) { $1 })
  }

  private func name(_ text: LocalText) -> String {
    Visible.text(text.text(in: catalogue.language.rawValue, else: rules?.languages ?? []))
  }

  /// Who is named by a code: those who joined or left, who sits in bodies, and who answers for actions.
  private var codes: [String] {
    activity.sections.flatMap(\.lines).flatMap { line -> [String] in
      let named = ["member", "owner"].compactMap { line.values[$0].map(catalogue.text(of:)) }
      guard case .list(let members) = line.values["members"] else { return named }
      return named + members
    }
  }
}

internal import EventStore
internal import Projections
internal import Publishing
internal import Values

/// An activity report as a document in the reader's language, with the events behind each line.
struct ActivityPage {
  private let activity: Activity
  private let network: String
  private let catalogue: Catalogue
  private let notes: [Int64: String]

  /// - Throws: What is wrong with the log, in which the events are looked up.
  init(_ activity: Activity, of network: String, in log: Log, _ catalogue: Catalogue) throws {
    self.activity = activity
    self.network = network
    self.catalogue = catalogue
    var notes: [Int64: String] = [:]
    for position in activity.sections.flatMap(\.lines).compactMap(\.event) {
      guard notes[position] == nil, let event = try log.event(at: position) else { continue }
      notes[position] = catalogue.text(
        "document.event",
        [
          "position": .text("\(position)"), "type": .text(event.type),
          "day": .day(event.effective),
        ])
    }
    self.notes = notes
  }

  var document: Document {
    Document(
      catalogue.language, title: catalogue.text("activity.title"), subtitle: network,
      blocks: [.facts(facts)] + (activity.sections.isEmpty ? none : blocks),
      notes: notes, notesTitle: catalogue.text("document.events"), closing: [])
  }

  private var facts: [Document.Fact] {
    let days = catalogue.text(
      "document.days",
      [
        "from": .text(catalogue.day(activity.from)), "until": .text(catalogue.day(activity.until)),
      ])
    let open = catalogue.text(
      "activity.open", ["n": .int(activity.openActions), "late": .int(activity.overdueActions)])
    return [
      Document.Fact(catalogue.text("activity.period"), Document.Span(days)), whose,
      Document.Fact(catalogue.text("activity.actions"), Document.Span(open)),
    ].compactMap(\.self)
  }

  /// The member or subgroup that the report is about; nil for the whole network.
  private var whose: Document.Fact? {
    switch activity.scope {
    case .network: nil
    case .member(let code):
      Document.Fact(catalogue.text("noun.member"), Document.Span(code))
    case .subgroup(let id):
      Document.Fact(catalogue.text("noun.subgroup"), Document.Span(id))
    }
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

  /// Days are written as the language does, all else as it stands in the log.
  private func words(of line: ActivityLine) -> String {
    let values = line.values.map { name, value -> (String, Failure.Value) in
      guard case .text(let text) = value else { return (name, value) }
      let isDay = ["on", "from"].contains(name)
      guard isDay, let day = PartialDay(text) else { return (name, value) }
      return (name, .text(catalogue.day(day)))
    }
    return catalogue.text("activity.\(line.code)", Dictionary(values) { first, _ in first })
  }
}

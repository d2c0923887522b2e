package import Values

/// What an amendment changes of one action; what is nil stays as it was.
package struct ActionChange: EventFacts {
  package let number: Int
  package var title: String?
  package var owner: String?
  package var due: Day?
  /// The objective that it serves from now on.
  package var objective: Int?

  package init(
    number: Int, title: String? = nil, owner: String? = nil, due: Day? = nil,
    objective: Int? = nil
  ) {
    self.number = number
    self.title = title
    self.owner = owner
    self.due = due
    self.objective = objective
  }

  package var data: JSON {
    .object(compacting: [
      ("number", .count(number)), ("title", title.map { .text($0) }),
      ("owner", owner.map { .text($0) }), ("due", due.map { .text($0.description) }),
      ("objective", objective.map { .count($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    number = try reader.int("number")
    title = try reader.optional("title", FieldReader.text)
    owner = try reader.optional("owner", FieldReader.text)
    due = try reader.optional("due", FieldReader.day)
    objective = try reader.optional("objective", FieldReader.int)
  }
}

/// A deliberation changed an adopted programme, which has a new version from then on.
package struct ProgrammeAmendment: EventFacts {
  package let on: PartialDay
  package let deliberation: DeliberationID
  /// Of the programme as it comes out, from 2: the first is the one that was adopted.
  package let version: Int
  package let objectives: [ObjectiveAddition]
  package let added: [ActionAddition]
  package let dropped: [Int]
  package let changed: [ActionChange]

  package init(
    on: PartialDay, deliberation: DeliberationID, version: Int,
    objectives: [ObjectiveAddition] = [], added: [ActionAddition] = [], dropped: [Int] = [],
    changed: [ActionChange] = []
  ) {
    self.on = on
    self.deliberation = deliberation
    self.version = version
    self.objectives = objectives
    self.added = added
    self.dropped = dropped
    self.changed = changed
  }

  /// Whether it changes nothing.
  package var isEmpty: Bool {
    objectives.isEmpty && added.isEmpty && dropped.isEmpty && changed.isEmpty
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("deliberation", .text(deliberation.text)), ("version", .count(version)),
      ("objectives", objectives.isEmpty ? nil : .list(objectives.map(\.data))),
      ("added", added.isEmpty ? nil : .list(added.map(\.data))),
      ("dropped", dropped.isEmpty ? nil : .list(dropped.map { .count($0) })),
      ("changed", changed.isEmpty ? nil : .list(changed.map(\.data))),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    deliberation = try reader.id("deliberation")
    version = try reader.int("version")
    objectives = try reader.facts("objectives")
    added = try reader.facts("added")
    changed = try reader.facts("changed")
    var dropped: [Int] = []
    for json in reader.has("dropped") ? try reader.list("dropped") : [] {
      guard let number = json.int.flatMap({ Int(exactly: $0) }) else {
        throw Failure(
          .eventUnreadable, ["subject": .text(reader.subject), "field": .text("dropped")])
      }
      dropped.append(number)
    }
    self.dropped = dropped
  }
}

extension FieldReader {
  /// The facts of a list; none where the list was left out.
  fileprivate func facts<Facts: EventFacts>(_ name: String) throws(Failure) -> [Facts] {
    var all: [Facts] = []
    for json in has(name) ? try list(name) : [] {
      all.append(try Facts(FieldReader(json, of: subject)))
    }
    return all
  }
}

package import Values

extension [String: Failure.Value] {
  /// Values of a sentence as the log keeps them, in the order of their names.
  package var json: JSON {
    .object(JSON.Fields(sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }))
  }

  package init(_ json: JSON) throws(Failure) {
    self = [:]
    for member in json.fields?.members ?? [] { self[member.name] = try Failure.Value(member.value) }
  }
}

extension Failure.Value {
  /// Texts, numbers and lists as they are; days and words of the catalogue are marked.
  package var json: JSON {
    switch self {
    case .text(let text): .text(text)
    case .int(let number): .int(Int64(number))
    case .list(let items): .texts(items)
    case .day(let day): ["day": .text(day.description)]
    case .period(let period): ["period": .text(period.description)]
    case .word(let key): ["word": .text(key)]
    }
  }

  package init(_ json: JSON) throws(Failure) {
    if let text = json.text {
      self = .text(text)
    } else if let number = json.int.flatMap({ Int(exactly: $0) }) {
      self = .int(number)
    } else if let items = json.list {
      self = .list(items.compactMap(\.text))
    } else if let day = json["day"]?.text.flatMap({ Day($0) }) {
      self = .day(day)
    } else if let period = json["period"]?.text.flatMap({ Period($0) }) {
      self = .period(period)
    } else if let word = json["word"]?.text {
      self = .word(word)
    } else {
      throw Failure(.eventUnreadable, ["subject": .text("value"), "field": .text("")])
    }
  }
}

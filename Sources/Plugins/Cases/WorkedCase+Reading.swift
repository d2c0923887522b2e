internal import Values

extension WorkedCase {
  private static let noon = TimeOfDay("12:00")

  /// Reads one case; nil, and findings, for one that has not the form.
  init?(_ section: inout Section, fixtures: [String]) {
    let place = section.place
    let name = section.required("name", .text)
    let given = section.optionalSection("given") { Self.given(&$0, fixtures: fixtures) }
    let moment = section.required("on", .moment)
    let when = section.required(
      "when",
      Form { node throws(Failure) in
        _ = try node.mapping()
        return node
      })
    let then = section.required("then", .expectations)
    if then?.isEmpty == true {
      section.note(Failure(.caseWithoutAnswer, at: section.place(of: "then")))
    }
    guard let name, let moment, let when, let then, let noon = Self.noon else { return nil }
    self.init(
      name: name, fixture: given?.fixture, acts: given?.acts ?? [], on: moment.day,
      at: moment.time ?? noon, when: when, then: then, place: place)
  }

  private static func given(
    _ section: inout Section, fixtures: [String]
  ) -> (fixture: String?, acts: [Node])? {
    let fixture = section.optional("fixture", .reference("fixture", to: fixtures))
    let acts = section.has("acts") ? section.list("acts", .any) ?? [] : []
    return (fixture, acts)
  }
}

extension Form where Value == (day: Day, time: TimeOfDay?) {
  /// A day, or a day and a time with a `T` between them.
  static var moment: Form {
    Form { node throws(Failure) in
      let text = try node.string()
      if let day = Day(text) { return (day, nil) }
      let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let day = Day(parts[0]), let time = TimeOfDay(String(parts[1])) else {
        throw node.unreadable("day")
      }
      return (day, time)
    }
  }
}

extension Form where Value == [Expectation] {
  /// Names with the text or the list of texts that each should be.
  static var expectations: Form {
    Form { node throws(Failure) in
      var all: [Expectation] = []
      for entry in try node.mapping() {
        all.append(Expectation(entry.name, try texts(entry.value), at: entry.place))
      }
      return all
    }
  }

  private static func texts(_ node: Node) throws(Failure) -> [String] {
    guard case .sequence(let items) = node.kind else { return [try node.string()] }
    var texts: [String] = []
    for item in items { texts.append(try item.string()) }
    return texts
  }
}

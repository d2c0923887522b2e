internal import Values

/// How the value of one key is read; the vocabulary of the format.
struct Form<Value> {
  /// Of which kind a parameter must be that stands here instead; nil where none may.
  var parameter: ParameterRule.Kind?
  let read: (Node) throws(Failure) -> Value
}

extension Form where Value == String {
  static var text: Form { Form { node throws(Failure) in try node.string() } }

  /// Small letters, digits and underscores, beginning with a letter: at most 40 of them.
  static var name: Form {
    Form { node throws(Failure) in
      let text = try node.string()
      guard Names.isName(text) else { throw node.unreadable("name") }
      return text
    }
  }

  /// The id of a network or a template: as a name, but with hyphens.
  static var slug: Form {
    Form { node throws(Failure) in
      let text = try node.string()
      guard Names.isSlug(text) else { throw node.unreadable("short-name") }
      return text
    }
  }

  /// Three numbers with points.
  static var version: Form {
    Form { node throws(Failure) in
      let text = try node.string()
      guard Names.isVersion(text) else { throw node.unreadable("version") }
      return text
    }
  }

  static var zone: Form {
    Form { node throws(Failure) in
      let text = try node.string()
      guard Names.isZone(text) else { throw node.unreadable("zone") }
      return text
    }
  }

  static var language: Form {
    Form { node throws(Failure) in
      let text = try node.string()
      guard Names.isLanguage(text) else { throw node.unreadable("language") }
      return text
    }
  }

  /// One of the names that the plugin has given to things of a kind.
  ///
  /// - Parameters:
  ///   - kind: The rest of the catalogue key `kind.WORD`.
  ///   - names: What there is.
  /// - Returns: The form of such a name.
  static func reference(_ kind: String, to names: [String]) -> Form {
    Form { node throws(Failure) in
      let text = try node.string()
      guard names.contains(text) else {
        throw .unknownReference(kind, text, among: names, at: node.place)
      }
      return text
    }
  }
}

extension Failure {
  /// The failure of a name that the plugin does not give to anything of a kind.
  ///
  /// - Parameters:
  ///   - kind: The rest of the catalogue key `kind.WORD`.
  ///   - found: The name.
  ///   - names: What there is.
  ///   - place: Where it stands.
  /// - Returns: The failure, with the nearest name.
  static func unknownReference(
    _ kind: String, _ found: String, among names: [String], at place: Place?
  ) -> Failure {
    let known = names.isEmpty ? Value.word("word.none") : .list(names.sorted())
    return Failure(
      .referenceUnknown,
      [
        "kind": .word("kind.\(kind)"), "found": .text(found), "choices": known,
        "nearest": .text(Nearest.word(to: found, among: names) ?? ""),
      ], at: place)
  }
}

extension Form where Value == Period {
  /// A period that lasts at least a day and at most `Period.longestYears`.
  static var period: Form {
    Form(parameter: .period) { node throws(Failure) in
      let period = try node.period()
      guard !period.isZero else { throw Failure(.periodZero, at: node.place) }
      guard !period.isTooLong else {
        throw Failure(
          .periodTooLong,
          ["period": .period(period), "years": .int(Period.longestYears)], at: node.place)
      }
      return period
    }
  }
}

extension Period {
  /// Whoever writes a longer period into rules has mistyped it, or means that there is no end.
  static let longestYears = 100

  /// Whether it lasts longer than any rule of a network, counted in days of a common calendar.
  var isTooLong: Bool {
    let days = 365 * years + 30 * months + days
    return days > 365 * Self.longestYears
  }
}

extension Form where Value == Day {
  static var day: Form { Form { node throws(Failure) in try node.day() } }
}

extension Form where Value == PartialDay {
  static var partialDay: Form { Form { node throws(Failure) in try node.partialDay() } }
}

extension Form where Value == Fraction {
  static var fraction: Form {
    Form(parameter: .fraction) { node throws(Failure) in try node.fraction() }
  }
}

extension Form where Value == Bool {
  static var boolean: Form { Form { node throws(Failure) in try node.boolean() } }
}

extension Form where Value == Int {
  static func number(_ range: ClosedRange<Int>) -> Form {
    Form(parameter: .int) { node throws(Failure) in try node.integer(in: range) }
  }
}

extension Form where Value == Node {
  static var any: Form { Form { node throws(Failure) in node } }
}

extension Form where Value: CaseIterable & RawRepresentable<String> {
  static var choice: Form { Form { node throws(Failure) in try node.choice(of: Value.self) } }
}

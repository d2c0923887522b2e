package import Values

extension Message {
  /// The text with its values in the language of the catalogue; `[name]` for one that is not given.
  package func text(_ values: [String: Failure.Value], in catalogue: Catalogue) -> String {
    text(values, number: nil, in: catalogue)
  }

  private func text(
    _ values: [String: Failure.Value], number: Failure.Value?, in catalogue: Catalogue
  ) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let name): values[name].map(catalogue.text(of:)) ?? "[\(name)]"
      case .number: number.map(catalogue.text(of:)) ?? "[#]"
      case .plural(let name, let exact, let forms):
        Self.form(for: values[name], exact, forms)?
          .text(values, number: values[name], in: catalogue) ?? "[\(name)]"
      case .select(let name, let forms):
        (Self.word(values[name]).flatMap { forms[$0] } ?? forms["other"])?
          .text(values, number: number, in: catalogue) ?? "[\(name)]"
      }
    }.joined()
  }

  /// The form of a number; what is no number takes the other form, and what is not given none.
  private static func form(
    for value: Failure.Value?, _ exact: [Int: Message], _ forms: [PluralClass: Message]
  ) -> Message? {
    guard let value else { return nil }
    guard case .int(let number) = value else { return forms[.other] }
    return exact[number] ?? forms[PluralClass(number)] ?? forms[.other]
  }

  /// What a choice compares: the text itself, or the key of a word.
  private static func word(_ value: Failure.Value?) -> String? {
    switch value {
    case .text(let text): text
    case .word(let key): key
    case .int(let number): String(number)
    case .day, .list, .period, nil: nil
    }
  }
}

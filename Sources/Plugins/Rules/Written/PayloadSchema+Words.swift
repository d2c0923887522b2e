package import Values

extension PayloadSchema {
  /// A payload of words, each under the name of its field; nothing is checked yet.
  ///
  /// The items of a list come one by one under its name, and `name.part` is a field of a record. Values
  /// stay texts, which `typed` reads; what the schema does not have is kept, so that `typed` names it.
  ///
  /// - Parameter pairs: In the order given.
  /// - Returns: An object.
  package func json(of pairs: [(name: String, text: String)]) -> JSON {
    var given = JSON.Fields()
    var parts: [String: [(name: String, text: String)]] = [:]
    for (name, text) in pairs {
      if let point = name.firstIndex(of: "."), record(named: String(name[..<point])) != nil {
        parts[String(name[..<point]), default: []].append(
          (String(name[name.index(after: point)...]), text))
      } else {
        given[name] = form(of: name).with(text, after: given[name])
      }
    }
    for (name, pairs) in parts.sorted(by: { $0.key < $1.key }) {
      given[name] = record(named: name)?.json(of: pairs)
    }
    return .object(given)
  }

  private func form(of name: String) -> PayloadForm {
    fields.first { $0.name == name }?.form ?? .any
  }

  private func record(named name: String) -> PayloadSchema? {
    guard case .record(let schema) = form(of: name) else { return nil }
    return schema
  }
}

extension PayloadForm {
  /// A value with one more text; several texts are a list, whether or not the form is one.
  fileprivate func with(_ text: String, after earlier: JSON?) -> JSON {
    if let earlier { return .list((earlier.list ?? [earlier]) + [.text(text)]) }
    if case .list = self { return .list([.text(text)]) }
    return .text(text)
  }
}

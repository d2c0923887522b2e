package import Values

/// What is wrong with a payload, all of it at once.
extension PayloadSchema {
  /// How many faults are told; who has more begins with these.
  package static let mostFaults = 20

  /// Everything that `typed` would refuse, one fault after the other.
  ///
  /// - Parameter json: A payload as it was given.
  /// - Returns: In the order in which the fields were given, those that are missing last; none for a payload that `typed` takes.
  package func faults(in json: JSON) -> [Failure] {
    Array(faults(in: json, at: "").prefix(Self.mostFaults))
  }

  fileprivate func faults(in json: JSON, at path: String) -> [Failure] {
    guard let given = json.fields else { return [.unfit(path, "expected.mapping")] }
    let wrong = given.members.flatMap { member -> [Failure] in
      guard let field = fields.first(where: { $0.name == member.name }) else {
        return [unknown(member.name, at: path)]
      }
      return member.value.isNull ? [] : field.form.faults(in: member.value, at: path + field.name)
    }
    let missing = fields.filter { field in
      field.isRequired && field.fallback == nil && given[field.name].map(\.isNull) ?? true
    }
    return wrong
      + missing.map { Failure(.payloadFieldMissing, ["field": .text(path + $0.name)]) }
  }
}

extension PayloadForm {
  /// The faults of a value; several where it is a record or a list, else one.
  fileprivate func faults(in json: JSON, at path: String) -> [Failure] {
    switch self {
    case .record(let schema) where json.fields != nil:
      return schema.faults(in: json, at: path + ".")
    case .list(let inner, let most):
      guard let items = json.list, items.count <= most else { return fault(in: json, at: path) }
      return items.enumerated().flatMap { inner.faults(in: $1, at: "\(path)[\($0)]") }
    case .record, .any, .bool, .day, .instant, .text, .int, .choice:
      return fault(in: json, at: path)
    }
  }

  private func fault(in json: JSON, at path: String) -> [Failure] {
    do throws(Failure) {
      _ = try typed(json, at: path)
      return []
    } catch {
      return [error]
    }
  }
}

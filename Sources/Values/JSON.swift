/// A JSON value as the log knows it: integers, texts, lists and objects, never a floating-point number.
///
/// ```swift
/// let data: JSON = ["member": "PT", "from": "2016-11-24"]
/// data["member"]?.text  // "PT"
/// ```
///
/// Fractions travel as text (`2/3`), dates as ISO 8601 text, so that a value reads the same on
/// every machine for ever.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case text(String)
  case list([JSON])
  case object(Fields)

  /// The members of an object, in the order in which they were given.
  ///
  /// A name stands once; giving it again replaces the value in place.
  package struct Fields: Hashable, Sendable {
    package struct Member: Hashable, Sendable {
      package let name: String
      package var value: JSON

      package init(name: String, value: JSON) {
        self.name = name
        self.value = value
      }
    }

    package private(set) var members: [Member]

    package init() { members = [] }

    package init(_ pairs: [(String, JSON)]) {
      members = []
      for (name, value) in pairs { self[name] = value }
    }

    /// Members that are known to have different names, as a parser that has checked them gives.
    package init(distinct members: [Member]) { self.members = members }

    package var isEmpty: Bool { members.isEmpty }
    package var names: [String] { members.map(\.name) }

    /// The value under a name; assigning nil takes the member away.
    package subscript(name: String) -> JSON? {
      get { index(of: name).map { members[$0].value } }
      set {
        switch (index(of: name), newValue) {
        case (let index?, let value?): members[index].value = value
        case (let index?, nil): members.remove(at: index)
        case (nil, let value?): members.append(Member(name: name, value: value))
        case (nil, nil): break
        }
      }
    }

    private func index(of name: String) -> Int? {
      members.indices.first { members[$0].name.hasSameBytes(as: name) }
    }
  }
}

extension JSON {
  package var text: String? { if case .text(let value) = self { value } else { nil } }
  package var int: Int64? { if case .int(let value) = self { value } else { nil } }
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  package var list: [JSON]? { if case .list(let value) = self { value } else { nil } }
  package var fields: Fields? { if case .object(let value) = self { value } else { nil } }
  package var isNull: Bool { self == .null }

  /// The member of an object; nil when absent, and nil on anything that is no object.
  package subscript(name: String) -> JSON? { fields?[name] }

  /// An object without the members that are nil: the usual way to write optional facts.
  package static func object(compacting pairs: [(String, JSON?)]) -> JSON {
    .object(Fields(pairs.compactMap { name, value in value.map { (name, $0) } }))
  }

  package static func texts(_ values: some Sequence<String>) -> JSON {
    .list(values.map { .text($0) })
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int64) { self = .int(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSON...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(Fields(elements)) }
}

package import Values

/// A value of a YAML file with the place where it stands.
///
/// Scalars stay as they are written; a type is only given to one when it is asked for, so that
/// `NO` is Norway and `3166` is text where text is wanted.
///
/// ```swift
/// let node = try YAML.parse("notice: P14D")
/// try node.mapping()[0].value.period()  // 14 days
/// ```
package struct Node: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Entry])
  }

  package let kind: Kind
  /// Nil for a value that comes from the log instead of a file.
  package let place: Place?

  /// The characters of a scalar; nil for any other value and for one that no file holds.
  let origin: ScalarSource?

  package init(_ kind: Kind, at place: Place? = nil) {
    self.init(kind, at: place, from: nil)
  }

  init(_ kind: Kind, at place: Place?, from origin: ScalarSource?) {
    self.kind = kind
    self.place = place
    self.origin = origin
  }
}

/// A text as it is written; its style tells an empty place from an empty text.
package struct Scalar: Hashable, Sendable {
  package enum Style: Hashable, Sendable {
    case plain
    /// In single or double quotes, or a block.
    case quoted
  }

  package let text: String
  package let style: Style

  package init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
  }

  /// Whether it is one of YAML's ways to write nothing.
  package var isNull: Bool { style == .plain && ["", "~", "null"].contains(text) }
}

/// A key of a mapping and the value that stands under it.
package struct Entry: Hashable, Sendable {
  package let name: String
  /// Where the key stands.
  package let place: Place?
  package let value: Node

  package init(_ name: String, at place: Place? = nil, value: Node) {
    self.name = name
    self.place = place
    self.value = value
  }
}

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

  package init(_ kind: Kind, at place: Place? = nil) {
    self.kind = kind
    self.place = place
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

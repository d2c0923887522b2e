package import Values

/// The text of a whole file, shared by all nodes that were read from it.
final class SourceText: Sendable {
  let text: YAMLText

  init(_ text: YAMLText) { self.text = text }
}

/// Which part of a file a scalar was read from: what maps its value back to lines and columns.
///
/// Two are equal when they stand at the same characters; the file is named by the node's place.
package struct ScalarSource: Hashable, Sendable {
  let source: SourceText
  /// Characters of the text, with the quotes or the head of a block, and an anchor before them.
  let range: Range<Int>

  package static func == (left: ScalarSource, right: ScalarSource) -> Bool {
    left.range == right.range
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(range) }
}

extension Node {
  /// Where a character of a scalar's value stands in the file.
  ///
  /// Escapes, folded lines and the indentation of blocks are accounted for. A line break that was
  /// folded into a space stands at the end of its line, an escape at its backslash.
  ///
  /// - Parameter offset: Unicode scalars of the value before it; the value's own length for its end.
  /// - Returns: The place; that of the node for a value that is no scalar or for an offset that it
  ///   does not have; nil for a value that comes from the log.
  package func place(at offset: Int) -> Place? {
    guard let place, let origin, case .scalar(let scalar) = kind else { return place }
    let characters = origin.source.text.characters
    let written = WrittenScalar(characters, origin.range, reading: scalar.text)
    guard let written, written.indices.indices.contains(offset) else { return place }
    return characters.place(at: written.indices[offset], from: place, at: origin.range.lowerBound)
  }
}

extension [Unicode.Scalar] {
  /// The place of an index, counted on from that of an earlier one.
  fileprivate func place(at index: Int, from start: Place, at first: Int) -> Place {
    var (line, column) = (start.line, start.column)
    for position in first..<Swift.min(index, count) {
      if isLastOfBreak(position) {
        (line, column) = (line + 1, 1)
      } else if self[position] != "\r" {
        column += 1
      }
    }
    return Place(file: start.file, line: line, column: column)
  }

  /// Whether a line ends with the character; CR and LF together are one break.
  private func isLastOfBreak(_ index: Int) -> Bool {
    self[index] == "\n" || self[index] == "\r" && (index + 1 == count || self[index + 1] != "\n")
  }
}

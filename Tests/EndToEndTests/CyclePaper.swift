import Foundation

/// A paper as it was printed: its lines without notes, its parts by heading, and the notes at its end.
struct CyclePaper {
  /// A line of text with the events that it cites.
  struct Line {
    let text: String
    let events: [Int]

    /// The numbers in it, in their order; those of a clause or a digest are none.
    var numbers: [Int] {
      text.matches(of: /[0-9]+/).compactMap { Int($0.output) }
    }
  }

  let lines: [Line]
  /// What the notes say, by the position of the event.
  let notes: [Int: String]

  init(_ markdown: String) {
    var lines: [Line] = []
    var notes: [Int: String] = [:]
    for raw in markdown.split(separator: "\n").map(String.init) {
      if let note = raw.firstMatch(of: /^\[\^([0-9]+)\]: (.*)$/) {
        notes[Int(note.output.1) ?? 0] = String(note.output.2)
        continue
      }
      let events = raw.matches(of: /\[\^([0-9]+)\]/).compactMap { Int($0.output.1) }
      let text = raw.replacing(/\[\^[0-9]+\]/) { _ in "" }.replacingOccurrences(of: "\\", with: "")
      lines.append(Line(text: text, events: events))
    }
    self.lines = lines
    self.notes = notes
  }

  /// The lines below the heading that ends with a deliberation, up to the next heading.
  func part(on deliberation: String) -> [Line] {
    let start = lines.firstIndex {
      $0.text.hasPrefix("### ") && $0.text.hasSuffix("(\(deliberation))")
    }
    guard let start else { return [] }
    return Array(lines[(start + 1)...].prefix { !$0.text.hasPrefix("#") })
  }

  /// The value of a row at the top, `- **Date** …`.
  func fact(_ name: String) -> Line? {
    lines.first { $0.text.hasPrefix("- **\(name)** ") }.map { line in
      Line(text: String(line.text.dropFirst("- **\(name)** ".count)), events: line.events)
    }
  }

  /// The items of the agenda, with the numbers that they bear.
  var agenda: [(number: String, text: String)] {
    lines.compactMap { line in
      line.text.firstMatch(of: /^ *- ([0-9.]+) (.*)$/).map {
        (String($0.output.1), String($0.output.2))
      }
    }
  }
}

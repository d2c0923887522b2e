import Foundation

/// A calendar file read by its own rules and nothing of the program's: lines unfolded, times by its own zones.
struct CalendarReader {
  struct Component {
    let kind: String
    var lines: [(name: String, parameters: [String: String], value: String)] = []
    var parts: [Component] = []

    func value(_ name: String) -> String? { lines.first { $0.name == name }?.value }
    func parameter(_ name: String, of line: String) -> String? {
      lines.first { $0.name == line }?.parameters[name]
    }
  }

  enum Fault: Error {
    case ending
    case folding(String)
    case nesting(String)
    case zone(String)
    case stamp(String)
  }

  let calendar: Component

  var events: [Component] { calendar.parts.filter { $0.kind == "VEVENT" } }

  init(_ text: String) throws {
    guard text.hasSuffix("\r\n") else { throw Fault.ending }
    let raw = text.dropLast().components(separatedBy: "\r\n")
    for line in raw where line.utf8.count > 75 || line.contains("\n") || line.contains("\r") {
      throw Fault.folding(line)
    }
    let lines = text.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n")
      .dropLast()
    var open: [Component] = []
    var whole: Component?
    for line in lines {
      let (head, value) = try Self.split(line)
      let words = head.components(separatedBy: ";")
      switch words[0] {
      case "BEGIN": open.append(Component(kind: value))
      case "END":
        guard let last = open.popLast(), last.kind == value else { throw Fault.nesting(line) }
        if open.isEmpty { whole = last } else { open[open.count - 1].parts.append(last) }
      default:
        guard !open.isEmpty else { throw Fault.nesting(line) }
        let parameters = words.dropFirst().map { $0.components(separatedBy: "=") }
        open[open.count - 1].lines.append(
          (
            words[0],
            Dictionary(parameters.map { ($0[0], $0.last ?? "") }, uniquingKeysWith: { $1 }), value
          ))
      }
    }
    guard let whole, open.isEmpty else { throw Fault.nesting("END") }
    calendar = whole
  }

  /// The name with its parameters, and the value after the first colon outside quotes.
  private static func split(_ line: String) throws -> (String, String) {
    var isQuoted = false
    for index in line.indices {
      if line[index] == "\"" { isQuoted.toggle() }
      if line[index] == ":", !isQuoted {
        return (String(line[..<index]), String(line[line.index(after: index)...]))
      }
    }
    throw Fault.nesting(line)
  }

  /// Seconds since 1970 of a time of an event, by the zone that the file itself has.
  func seconds(_ name: String, of event: Component) throws -> Int {
    let value = event.value(name) ?? ""
    if value.hasSuffix("Z") { return try Self.shown(String(value.dropLast())) }
    let zone = event.parameter("TZID", of: name) ?? ""
    let found = calendar.parts.first { $0.kind == "VTIMEZONE" && $0.value("TZID") == zone }
    guard let found else { throw Fault.zone(zone) }
    let shown = try Self.shown(value)
    let past = try found.parts.filter { part in
      try Self.shown(part.value("DTSTART") ?? "") <= shown
    }
    let last = try past.max { left, right in
      try Self.shown(left.value("DTSTART") ?? "") < Self.shown(right.value("DTSTART") ?? "")
    }
    guard let offset = last?.value("TZOFFSETTO") else { throw Fault.zone(zone) }
    return try shown - Self.offset(offset)
  }

  /// `20261214T090000` as if it were UTC.
  private static func shown(_ text: String) throws -> Int {
    let format = DateFormatter()
    format.calendar = Calendar(identifier: .gregorian)
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(secondsFromGMT: 0)
    format.dateFormat = "yyyyMMdd'T'HHmmss"
    guard let date = format.date(from: text) else { throw Fault.stamp(text) }
    return Int(date.timeIntervalSince1970)
  }

  private static func offset(_ text: String) throws -> Int {
    guard text.count == 5, let hours = Int(text.dropFirst().prefix(2)),
      let minutes = Int(text.suffix(2))
    else { throw Fault.stamp(text) }
    return (text.hasPrefix("-") ? -1 : 1) * (hours * 3_600 + minutes * 60)
  }

  /// A text as it was before it was escaped.
  static func plain(_ text: String?) -> String {
    var (result, isEscaped) = ("", false)
    for character in text ?? "" {
      if isEscaped {
        result += character == "n" ? "\n" : String(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}

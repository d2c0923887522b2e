internal import Values

extension CEL.Library {
  /// Places in texts, counted in code points from 0.
  static let textPositions: [Function] = [
    .two("charAt", isMember: true) { text, place, _ throws(CEL.EvaluationError) in
      guard case (.string(let text), .int(let place)) = (text, place) else { return nil }
      let scalars = Array(text.unicodeScalars)
      let index = try held(place, scalars.count)
      return .string(index == scalars.count ? "" : String(scalars[index]))
    },
    .many("indexOf", isMember: true, 2...3) { values, _ throws(CEL.EvaluationError) in
      guard case (.string(let text), .string(let part)) = (values[0], values[1]) else { return nil }
      let scalars = Array(text.unicodeScalars)
      guard values.count == 3 else { return .int(firstPlace(of: part, in: scalars, from: 0)) }
      guard case .int(let start) = values[2] else { return nil }
      return .int(firstPlace(of: part, in: scalars, from: try held(start, scalars.count)))
    },
    .many("lastIndexOf", isMember: true, 2...3) { values, _ throws(CEL.EvaluationError) in
      guard case (.string(let text), .string(let part)) = (values[0], values[1]) else { return nil }
      let scalars = Array(text.unicodeScalars)
      guard values.count == 3 else {
        return .int(lastPlace(of: part, in: scalars, until: scalars.count))
      }
      guard case .int(let end) = values[2] else { return nil }
      return .int(lastPlace(of: part, in: scalars, until: try held(end, scalars.count)))
    },
    .many("substring", isMember: true, 2...3) { values, _ throws(CEL.EvaluationError) in
      guard case (.string(let text), .int(let start)) = (values[0], values[1]) else { return nil }
      let scalars = Array(text.unicodeScalars)
      let first = try held(start, scalars.count)
      guard values.count == 3 else { return .string(String(scalars[first...])) }
      guard case .int(let end) = values[2] else { return nil }
      let last = try held(end, scalars.count)
      guard first <= last else { throw outside(end, scalars.count) }
      return .string(String(scalars[first..<last]))
    },
  ]

  private static func outside(_ place: Int64, _ count: Int) -> CEL.EvaluationError {
    CEL.EvaluationError(.evaluationIndexOutside, ["index": .text("\(place)"), "size": .int(count)])
  }

  /// A place from 0 to the end, which is allowed too.
  private static func held(_ place: Int64, _ count: Int) throws(CEL.EvaluationError) -> Int {
    guard let index = Int(exactly: place), (0...count).contains(index) else {
      throw outside(place, count)
    }
    return index
  }

  private static func firstPlace(
    of part: String, in scalars: [Unicode.Scalar], from start: Int
  ) -> Int64 {
    let found = scalars.units.place(of: Array(part.unicodeScalars).units, from: start)
    return Int64(found ?? -1)
  }

  /// The last place, at or before an end, at which a part begins.
  private static func lastPlace(
    of part: String, in scalars: [Unicode.Scalar], until end: Int
  ) -> Int64 {
    let wanted = Array(part.unicodeScalars.reversed()).units
    guard wanted.count <= scalars.count else { return -1 }
    let skipped = max(0, scalars.count - wanted.count - end)
    let found = Array(scalars.reversed()).units.place(of: wanted, from: skipped)
    return found.map { Int64(scalars.count - wanted.count - $0) } ?? -1
  }
}

extension String {
  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

extension [Unicode.Scalar] {
  fileprivate var units: [UInt32] { map(\.value) }
}

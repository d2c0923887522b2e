package import Values

/// One row of a sheet as the acts it asks for, their values checked for form.
package struct SheetRow: Sendable {
  /// Where the row begins.
  package let place: Place
  /// From when the act counts; nil for the day of the import.
  package let effective: PartialDay?
  package let note: String?
  /// The person to be added first, where the row tells of one in words.
  let person: ActInput?
  let kind: ActKind
  let values: [String: [String]]
  let places: [String: Place]

  /// The act of the row.
  ///
  /// - Parameter id: The number of the person that the row tells of in words; nil where it tells of none.
  /// - Returns: What is asked for.
  /// - Throws: What is wrong with the form of a value, with its place.
  func act(for id: String? = nil) throws(Failure) -> ActInput {
    var values = values
    if let id { values["person"] = [id] }
    do {
      return try ActInput(kind, values, places: places)
    } catch {
      throw error.place == nil ? Failure(error.code, error.values, at: place) : error
    }
  }

  /// Where the value stands that a refusal speaks of; the row itself where it speaks of none.
  func place(of refusal: Refusal.Record) -> Place {
    let named = values.keys.sorted().first { name in
      guard case .text(let text)? = refusal.values[name] else { return false }
      return values[name] == [text]
    }
    return named.flatMap { places[$0] } ?? place
  }
}

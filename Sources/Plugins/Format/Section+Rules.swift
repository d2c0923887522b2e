internal import Values

/// What several rules share.
extension Section {
  /// The body that decides and the kind of matter by whose majority it does.
  mutating func decidedBy() -> (body: String, matter: String)? {
    let body = required("by", .reference("body", to: context.bodies))
    let matters = body.flatMap { context.matters[$0] } ?? []
    let matter = required("matter", body == nil ? .text : .reference("matter", to: matters))
    guard let body, let matter else { return nil }
    return (body, matter)
  }

  /// Notes when both or none of two keys stand there.
  mutating func exactlyOne(of one: String, _ other: String) -> Bool {
    let (hasOne, hasOther) = (has(one), has(other))
    if hasOne != hasOther { return true }
    let values: [String: Failure.Value] = ["one": .text(one), "other": .text(other)]
    note(Failure(hasOne ? .keysExclusive : .keysNeither, values, at: place))
    return false
  }

  /// Notes a least number that is over the greatest.
  mutating func checkOrder(_ minimum: Int?, _ maximum: Int?) {
    guard let minimum, let maximum, minimum > maximum else { return }
    note(
      Failure(
        .rangeBackwards, ["least": .int(minimum), "most": .int(maximum)], at: place(of: "min")))
  }

  /// The threshold under `more_than` or `at_least`, of which one must stand there.
  ///
  /// - Returns: nil, and a finding, for one that nobody can meet or that everybody meets.
  mutating func threshold(_ form: Form<Fraction> = .fraction) -> Threshold? {
    guard exactlyOne(of: "more_than", "at_least") else { return nil }
    let strictness = has("more_than") ? Threshold.Strictness.moreThan : .atLeast
    let key = strictness.rawValue
    guard let fraction = required(key, form) else { return nil }
    let text = Failure.Value.text(fraction.description)
    if strictness == .moreThan, fraction.numerator == fraction.denominator {
      note(Failure(.thresholdImpossible, ["fraction": text], at: place(of: key)))
      return nil
    }
    if strictness == .atLeast, fraction.numerator == 0 {
      note(Failure(.thresholdEmpty, ["fraction": text], at: place(of: key)))
      return nil
    }
    return Threshold(strictness, fraction)
  }
}

package import Values

/// The codes of plugins that are good YAML and no good rules.
extension Failure.Code {
  package static let basisUncited = Self("basis-uncited", exit: .badData)
  package static let clauseRepeated = Self("clause-repeated", exit: .badData)
  package static let daysBackwards = Self("days-backwards", exit: .badData)
  package static let formatUnknown = Self("format-unknown", exit: .badData)
  package static let jurisdictionUnknown = Self("jurisdiction-unknown", exit: .badData)
  package static let keysExclusive = Self("keys-exclusive", exit: .badData)
  package static let keysNeither = Self("keys-neither", exit: .badData)
  package static let listEmpty = Self("list-empty", exit: .badData)
  package static let groupTooLong = Self("group-too-long", exit: .badData)
  package static let periodTooLong = Self("period-too-long", exit: .badData)
  package static let periodZero = Self("period-zero", exit: .badData)
  package static let rangeBackwards = Self("range-backwards", exit: .badData)
  package static let referenceUnknown = Self("reference-unknown", exit: .badData)
  package static let rotationEmpty = Self("rotation-empty", exit: .badData)
  package static let rotationOverlap = Self("rotation-overlap", exit: .badData)
  package static let templateCycle = Self("template-cycle", exit: .badData)
  package static let templateVersion = Self("template-version", exit: .badData)
  package static let textMissing = Self("text-missing", exit: .badData)
  package static let thresholdEmpty = Self("threshold-empty", exit: .badData)
  package static let thresholdImpossible = Self("threshold-impossible", exit: .badData)
  package static let zoneUnchecked = Self("zone-unchecked", exit: .badData)
  package static let zoneUnknown = Self("zone-unknown", exit: .badData)

  /// Every code of the plugin reader; the catalogues have texts for each.
  package static let pluginCodes: [Self] = [
    basisUncited, clauseRepeated, daysBackwards, formatUnknown, jurisdictionUnknown,
    groupTooLong, keysExclusive, keysNeither, listEmpty, periodTooLong, periodZero, rangeBackwards,
    referenceUnknown,
    rotationEmpty, rotationOverlap, templateCycle, templateVersion, textMissing, thresholdEmpty,
    thresholdImpossible, zoneUnchecked, zoneUnknown,
  ]
}

package import Values

/// The codes of plugins that are good YAML and no good rules.
extension Failure.Code {
  package static let basisUncited = Self("basis-uncited", exit: .badData)
  package static let calendarEmpty = Self("calendar-empty", exit: .badData)
  package static let clauseRepeated = Self("clause-repeated", exit: .badData)
  package static let daysBackwards = Self("days-backwards", exit: .badData)
  package static let definitionCycle = Self("definition-cycle", exit: .badData)
  package static let definitionTaken = Self("definition-taken", exit: .badData)
  package static let definitionUnread = Self("definition-unread", exit: .badData)
  package static let eventTaken = Self("event-taken", exit: .badData)
  package static let expressionValue = Self("expression-value", exit: .badData)
  package static let formatUnknown = Self("format-unknown", exit: .badData)
  package static let guardFinal = Self("guard-final", exit: .badData)
  package static let holidayTooLong = Self("holiday-too-long", exit: .badData)
  package static let jurisdictionUnknown = Self("jurisdiction-unknown", exit: .badData)
  package static let keysExclusive = Self("keys-exclusive", exit: .badData)
  package static let keysNeither = Self("keys-neither", exit: .badData)
  package static let languageNotOffered = Self("language-not-offered", exit: .badData)
  package static let listEmpty = Self("list-empty", exit: .badData)
  package static let listTooLong = Self("list-too-long", exit: .badData)
  package static let memberNamedTwice = Self("member-named-twice", exit: .badData)
  package static let memberNotNamed = Self("member-not-named", exit: .badData)
  package static let messageUnread = Self("message-unread", exit: .badData)
  package static let parameterKind = Self("parameter-kind", exit: .badData)
  package static let parameterOutOfBounds = Self("parameter-out-of-bounds", exit: .badData)
  package static let parameterUnread = Self("parameter-unread", exit: .badData)
  package static let payloadChoice = Self("payload-choice", exit: .badData)
  package static let payloadFieldMissing = Self("payload-field-missing", exit: .badData)
  package static let payloadFieldUnknown = Self("payload-field-unknown", exit: .badData)
  package static let payloadOutside = Self("payload-outside", exit: .badData)
  package static let payloadPattern = Self("payload-pattern", exit: .badData)
  package static let payloadUnfit = Self("payload-unfit", exit: .badData)
  package static let groupTooLong = Self("group-too-long", exit: .badData)
  package static let periodTooLong = Self("period-too-long", exit: .badData)
  package static let periodZero = Self("period-zero", exit: .badData)
  package static let placeholderMissing = Self("placeholder-missing", exit: .badData)
  package static let placeholderUnknown = Self("placeholder-unknown", exit: .badData)
  package static let placeholderUnused = Self("placeholder-unused", exit: .badData)
  package static let quorumOutOfReach = Self("quorum-out-of-reach", exit: .badData)
  package static let quorumStepOutOfReach = Self("quorum-step-out-of-reach", exit: .badData)
  package static let quorumStepsGap = Self("quorum-steps-gap", exit: .badData)
  package static let quorumStepsOverlap = Self("quorum-steps-overlap", exit: .badData)
  package static let rangeBackwards = Self("range-backwards", exit: .badData)
  package static let referenceUnknown = Self("reference-unknown", exit: .badData)
  package static let rotationEmpty = Self("rotation-empty", exit: .badData)
  package static let rotationOverlap = Self("rotation-overlap", exit: .badData)
  package static let templateCycle = Self("template-cycle", exit: .badData)
  package static let templateVersion = Self("template-version", exit: .badData)
  package static let textMissing = Self("text-missing", exit: .badData)
  package static let textPartlyReplaced = Self("text-partly-replaced", exit: .badData)
  package static let thresholdEmpty = Self("threshold-empty", exit: .badData)
  package static let thresholdImpossible = Self("threshold-impossible", exit: .badData)
  package static let upcastMissing = Self("upcast-missing", exit: .badData)
  package static let urgentNotShorter = Self("urgent-not-shorter", exit: .badData)
  package static let valueRepeated = Self("value-repeated", exit: .badData)
  package static let viewColumnTaken = Self("view-column-taken", exit: .badData)
  package static let viewNameOutside = Self("view-name-outside", exit: .badData)
  package static let zoneUnchecked = Self("zone-unchecked", exit: .badData)
  package static let zoneUnknown = Self("zone-unknown", exit: .badData)

  /// Every code of the plugin reader; the catalogues have texts for each.
  package static let pluginCodes: [Self] = [
    basisUncited, calendarEmpty, clauseRepeated, daysBackwards, definitionCycle, definitionTaken,
    definitionUnread, eventTaken, expressionValue, formatUnknown, guardFinal, jurisdictionUnknown,
    groupTooLong, holidayTooLong, keysExclusive, keysNeither, languageNotOffered,
    listEmpty, listTooLong, memberNamedTwice, memberNotNamed, messageUnread,
    parameterKind,
    parameterOutOfBounds,
    parameterUnread, payloadChoice, payloadFieldMissing, payloadFieldUnknown, payloadOutside,
    payloadPattern, payloadUnfit, periodTooLong, periodZero, placeholderMissing, placeholderUnknown,
    placeholderUnused, quorumOutOfReach, quorumStepOutOfReach, quorumStepsGap, quorumStepsOverlap,
    rangeBackwards, referenceUnknown, rotationEmpty, rotationOverlap, templateCycle,
    templateVersion, textMissing, textPartlyReplaced, thresholdEmpty, thresholdImpossible,
    upcastMissing, urgentNotShorter, valueRepeated,
    viewColumnTaken, viewNameOutside, zoneUnchecked, zoneUnknown,
  ]
}

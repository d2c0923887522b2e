package import Values

extension Failure.Code {
  /// Every code of this module, so that a test can hold the catalogues to them.
  package static let governanceCodes: [Failure.Code] =
    [
      actUnknown, dayBeforeRules, eventNewer, eventUnknown, eventUnreadable, fieldMalformed,
      fieldMissing,
      fieldRepeated,
      fieldUnknown, importAct, importLabel, importReference, importShape, notFounded,
      streamNameUnfit,
    ] + sheetCodes
}

extension SampleRules {
  /// A register of guidelines and the members, each as a view; a guideline is published and withdrawn.
  package static let views = """
    parameters:
      prefix: {type: text, default: No, source: practice}
    definitions:
      label: "params.prefix + ' ' + payload.number"
    events:
      sample.guideline.published:
        version: 1
        title: {en: Guideline published}
        by: [secretariat]
        payload:
          type: object
          required: [number]
          properties:
            number: {type: string}
            handling: {enum: [clear, green]}
            copies: {type: integer, default: 1}
            sent: {type: instant}
            tags: {type: array, items: {type: string}}
      sample.guideline.withdrawn:
        version: 1
        title: {en: Guideline withdrawn}
        by: [secretariat]
        payload: {type: object, required: [number], properties: {number: {type: string}, reason: {type: string}}}
    views:
      guidelines:
        title: {en: Guidelines}
        key: payload.number
        from:
          sample.guideline.published: {handling: payload.handling, copies: payload.copies, since: now, sent: payload.sent, tags: payload.tags, label: label}
          sample.guideline.withdrawn: {withdrawn: now, reason: payload.reason}
      copies:
        title: {en: By copies}
        key: payload.copies
        from:
          sample.guideline.published: {number: payload.number}
      members:
        title: {en: Admissions}
        key: event.id
        from:
          member.admitted: {class: payload.class, since: payload.from, position: event.position}
          member.reclassified: {class: payload.class}
          member.ended: {until: payload.from}
    """

  /// The same in a later version: the number is shown as a code, withdrawals are no longer shown, copies
  /// are no view.
  package static let laterViews = """
    events:
      sample.guideline.published:
        version: 2
        title: {en: Guideline published}
        by: [secretariat]
        payload: {type: object, required: [code], properties: {code: {type: string}, handling: {enum: [clear, green]}}}
        upcast:
          "1": {rename: {number: code}, add: {}, drop: [copies, sent, tags]}
    views:
      guidelines:
        title: {en: Guidelines}
        key: payload.code
        from:
          sample.guideline.published: {handling: payload.handling, code: "'G ' + payload.code"}
    """
}

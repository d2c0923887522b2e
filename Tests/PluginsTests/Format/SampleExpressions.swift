/// What the sample plugin says in expressions: every key that its governance does not have.
extension SamplePlugin {
  static let written = text + expressions

  static let expressions = #"""
    parameters:
      notice: {type: period, default: P14D, min: P7D, max: P2M, source: statute}
      contacts: {type: int, default: 2, min: 1, max: 4, source: assumption}
    calendar:
      weekend: [saturday, sunday]
      holidays:
        christmas: {every: 12-25}
        good_friday: {easter: -2}
        closure: {on: 2026-12-28, until: 2026-12-31}
      source: practice
    maxima: {members: 60, votes: 60, meetings: 400}
    definitions:
      voting: "members.filter(m, m.votes)"
      electorate: size(voting)
      late: "payload.from < now"
    events:
      sample.guideline.published:
        version: 2
        title: {en: Guideline published, pt: Orientação publicada}
        by: [secretariat]
        payload:
          type: object
          additionalProperties: false
          required: [number, title, handling]
          properties:
            number: {type: string, pattern: "^S/[0-9]{4}$", minLength: 3, maxLength: 6}
            title: {type: string, maxLength: 200}
            handling: {enum: [clear, green, amber]}
            adopted_in: {type: string, ref: meeting}
            names_case: {type: boolean, default: false}
            copies: {type: integer, minimum: 1, maximum: 500, default: 1}
            on: {type: day}
            sent: {type: instant}
            tags: {type: array, maxItems: 5, items: {type: string}}
            authors: {type: array, items: {type: object, required: [name], properties: {name: {type: string}, state: {type: string, ref: member}}}}
        upcast:
          "1": {rename: {name: title}, add: {handling: green}, drop: [note]}
    guards:
      - id: member.in-time
        on: [member.admitted, member.reclassified]
        source: assumption
        when: payload.class == 'member'
        require: >-
          !late
          && electorate < 50
        message:
          en: "A member cannot be admitted from {from} on; {count} vote already."
          pt: "Um membro não pode ser admitido desde {from}; {count} já votam."
        values: {from: payload.from, count: electorate}
        waiver: {by: [board], reason: required}
        final: true
      - id: guideline.no-case-in-clear
        on: [sample.guideline.published]
        source: practice
        severity: warn
        require: "!payload.names_case || payload.handling in ['green', 'amber']"
        message: {en: "Not with the handling {handling}.", pt: "Não com o tratamento {handling}."}
        values: {handling: payload.handling}
      - id: guideline.authors
        on: [sample.guideline.published]
        source: practice
        severity: trial
        require: "payload.authors.all(a, a.state in members.map(m, m.state))"
        message: {en: "Authors come from members.", pt: "Os autores vêm dos membros."}
    obligations:
      - id: directory-updated
        on: appointment.made
        when: actor.id != ''
        owed_by: secretariat
        due: addPeriod(now, params.notice)
        met_by: {event: person.revised, where: "size(payload.languages) > 0 && trigger.payload.person != ''"}
        message: {en: "Update the entry of {person}.", pt: "Atualizar a entrada de {person}."}
        values: {person: trigger.payload.person}
        remind: [P2D]
        late: {to: board}
        source: assumption
    roles:
      secretariat: {grants: [meeting.convened, sample.guideline.published], source: practice}
      authority: {grants: [appointment.made], scope: own_state, source: statute}
    views:
      guidelines:
        title: {en: Guidelines, pt: Orientações}
        key: payload.number
        from:
          sample.guideline.published: {title: payload.title, since: now}
    documents:
      convocation:
        on: meeting.convened
        formats: [text, html]
        body: {en: "Convened on {day}.", pt: "Convocada em {day}."}
        values: {day: payload.on}

    """#
}

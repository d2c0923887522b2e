/// A small plugin with every key of the format, for tests that change one line of it.
enum SamplePlugin {
  static let text = """
    format: plugin/1
    id: sample
    version: 1.2.3
    languages: [en, pt]
    timezone: Europe/Lisbon
    recording_since: 2026-01-01
    title: {en: Sample, pt: Amostra}
    basis:
      statute: The statute of 2020
    founding: {on: 2020-05, instrument: Statute, source: statute}
    governance:
      membership:
        institutions: {EUROJUST: {en: Eurojust, pt: Eurojust}}
        classes:
          member: {may: [attend, vote], source: statute}
          observer: {may: [attend], source: practice}
      seats:
        contact_point:
          classes: [member, observer]
          min: 1
          max: 3
          by: plenary
          term: P4Y
          remainder: true
          holdover: false
          directory: true
          source: assumption
      bodies:
        plenary:
          title: {en: Plenary, pt: Plenário}
          composition: plenary
          quorum: {more_than: 1/2, of: members, source: assumption, second_call: {after: P14D, at_least: 1/3, source: assumption}}
          decides:
            default: {more_than: 1/2, of: votes_cast, abstentions: ignored, tie: chair_decides, source: assumption}
            rules: {first: consensus, at_least: 2/3, of: all_members, abstentions: counted, tie: rejected, id: rules-majority, source: statute}
            names: {only: consensus, of: present, source: practice}
        board:
          title: {en: Board, pt: Mesa}
          composition: rotation
          rotation:
            chair_period: P6M
            groups:
              - {members: [NL, SK, EUROJUST], from: 2016-01-01, until: 2017-06-30}
              - {members: [EE, BG, AT], from: 2017-07-01, until: 2018-12-31}
            source: statute
        lead:
          title: {en: Lead, pt: Coordenação}
          composition: coordinator
          coordinator: {named_by: plenary, term: P3Y, source: practice}
        panel:
          title: {en: Panel, pt: Painel}
          composition: elected
          elected: {min: 3, max: 7, by: plenary, term: P18M, one_per_member: true, source: assumption}
      series:
        plenary:
          title: {en: Plenary meeting, pt: Reunião}
          body: plenary
          at_least: 2
          per: P1Y
          source: statute
          notice: {period: P14D, urgent: P4D, documents: P7D, source: assumption}
          agenda: {matter: default, freeze: P16D, late: decision, source: assumption}
          minutes: {comments: P10D, approval: silence, source: assumption}
          invitations: {seats: {member: 3, observer: 1}, total: 90, source: assumption}
      programme: {length: P2Y, by: plenary, matter: default, source: statute}
      subgroups: {by: plenary, matter: rules, longest: P2Y, source: assumption}
      outputs:
        report:
          title: {en: Report, pt: Relatório}
          per: {series: plenary}
          within: P30D
          numbering: year_ordinal
          source: assumption
        review:
          title: {en: Review, pt: Revista}
          per: {period: P1Y}
          numbering: meeting
          source: practice
      procedures:
        silence:
          title: {en: Silence procedure, pt: Procedimento de silêncio}
          kind: silence
          body: plenary
          not_for: [rules]
          source: statute
          consent: {unless: opposed, source: assumption}
          period: {working_days: 10, urgent: 3, at: "17:00", starts: last_notice, source: assumption}
          broken: {by: [objection, meeting_request], who: entitled, count: 1, then: next_meeting, source: statute}
        vote:
          title: {en: Written procedure, pt: Procedimento escrito}
          kind: written
          body: plenary
          source: practice
          period: {days: 14, starts: opening, source: assumption}
          answers: {more_than: 1/2, source: assumption}
      motions:
        first: tabled
        source: assumption
        states:
          tabled: {title: {en: Tabled, pt: Apresentada}, amendable: true}
          debated: {title: {en: Debated, pt: Em debate}, amendable: true}
          adopted: {title: {en: Adopted, pt: Aprovada}, final: true}
          rejected: {title: {en: Rejected, pt: Rejeitada}, final: true}
          withdrawn: {title: {en: Taken back, pt: Retirada}, final: true}
        transitions:
          take_up: {from: [tabled], to: debated, on: move, supporters: 2, by: [secretariat, chair], source: assumption}
          adopt: {from: [debated], to: adopted, on: adoption, source: assumption}
          reject: {from: [debated], to: rejected, on: rejection, source: assumption}
          take_back: {from: [tabled, debated], to: withdrawn, on: withdrawal, source: assumption}
    in_progress: adopt
    two_persons: {acts: [person_erase, rules_adopt, key_rotate], within: P7D, source: statute}

    """
}

import type { CorrectionCommands, CorrectionEvents } from '../../domain/complaint/correction/messages.js';
import { intake } from '../commands/dto/intake.js';
import { plain } from '../commands/dto/shapes.dto.js';
import {
  CorrectRulingDto,
  CorrectCauseDto,
  CorrectRestorationDto,
  CorrectCompensationDto,
  CorrectCreditDto,
  CorrectCancellationDto,
  CorrectResolutionDto,
  CorrectConciliationDto,
  CorrectDeliveryDto,
  CorrectVisitDto,
  CorrectTechnicianDto,
  CorrectMassOutageDto,
  CorrectDuplicateDto,
} from './correction.dto.js';
import { asFirstReleased } from './event-schema.js';
import { defineStage } from './stage.js';

const corrected = { corrects: 'always', reason: 'always' } as const;
const proof = { from: 'always', delivered: 'always', notice: 'always', final: 'always' } as const;
const arrival = { channel: 'sometimes', deliveredAt: 'sometimes', finalAgain: 'sometimes' } as const;

export const correction = defineStage<CorrectionEvents, CorrectionCommands>()({
  intakes: {
    correctRuling: intake(CorrectRulingDto, (fields) => fields),
    correctCause: intake(CorrectCauseDto, (fields) => fields),
    correctRestoration: intake(CorrectRestorationDto, (fields) => fields),
    correctCompensation: intake(CorrectCompensationDto, ({ proportionalRefund, bonus, ...fields }) => ({
      ...fields,
      proportionalRefund: plain(proportionalRefund),
      bonus: plain(bonus),
    })),
    correctCredit: intake(CorrectCreditDto, (fields) => fields),
    correctCancellation: intake(CorrectCancellationDto, ({ balance, ...fields }) => ({
      ...fields,
      ...(balance && { balance: plain(balance) }),
    })),
    correctResolution: intake(CorrectResolutionDto, (fields) => fields),
    correctConciliation: intake(CorrectConciliationDto, (fields) => fields),
    correctDelivery: intake(CorrectDeliveryDto, (fields) => fields),
    correctVisit: intake(CorrectVisitDto, (fields) => fields),
    correctTechnician: intake(CorrectTechnicianDto, (fields) => fields),
    correctMassOutage: intake(CorrectMassOutageDto, (fields) => fields),
    correctDuplicate: intake(CorrectDuplicateDto, (fields) => fields),
  },
  events: {
    RulingCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'La resolución fue otra que la registrada; el usuario la conoce de nuevo.',
        en: 'The ruling was another one than was recorded; the user is told anew.',
      },
      obligations: ['O-25', 'I-08', 'I-10', 'I-23'],
      fields: {
        ...corrected,
        outcome: 'always',
        basis: 'always',
        cause: 'always',
        nextInstance: 'sometimes',
        exception: 'sometimes',
      },
    },
    CauseCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'Las causas fueron otras que las verificadas; lo resuelto se resuelve de nuevo.',
        en: 'The causes were others than were verified; what was ruled is ruled on again.',
      },
      obligations: ['O-19', 'I-06', 'I-23'],
      fields: {
        ...corrected,
        causes: 'always',
        faultFound: 'always',
        attribution: 'always',
        affectedFrom: 'sometimes',
        evidence: 'sometimes',
      },
    },
    RestorationCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'El servicio volvió a otra hora que la registrada.',
        en: 'The service was back at another time than was recorded.',
      },
      obligations: ['O-26', 'I-16', 'I-23'],
      fields: { ...corrected, restoredAt: 'always', unconfirmed: 'sometimes' },
    },
    CompensationCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'Se otorgó otra compensación que la registrada.',
        en: 'Another compensation was granted than was recorded.',
      },
      obligations: ['I-16', 'I-23'],
      fields: { ...corrected, proportionalRefund: 'always', bonus: 'always', ground: 'sometimes' },
    },
    CreditCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'El abono fue en otra fecha o con otra referencia que las registradas, o no se hizo: entonces sigue pendiente.',
        en: 'It was credited at another time or under another reference than was recorded, or never: then it still is to be.',
      },
      obligations: ['I-16', 'I-23'],
      fields: {
        ...corrected,
        of: 'always',
        credited: 'always',
        creditedAt: 'sometimes',
        statement: 'sometimes',
      },
    },
    CancellationCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'La cancelación surtió efecto en otra fecha, o dejó otro saldo, que lo registrado.',
        en: 'The cancellation took effect at another date, or left another balance, than was recorded.',
      },
      obligations: ['O-06', 'I-23'],
      fields: {
        ...corrected,
        effectiveAt: 'always',
        channel: 'always',
        balance: 'sometimes',
        balanceStands: 'sometimes',
      },
    },
    ResolutionCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'La autoridad resolvió otra cosa que la registrada, o en otra fecha.',
        en: 'The authority resolved something else than was recorded, or on another date.',
      },
      obligations: ['I-17', 'I-23'],
      fields: {
        ...corrected,
        authority: 'always',
        reference: 'always',
        outcome: 'always',
        resolvedAt: 'always',
        dueAt: 'sometimes',
      },
    },
    ConciliationCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'De la conciliación resultó otra cosa que la registrada, o lo acordado se cumple en otra fecha.',
        en: 'Something else came of the conciliation than was recorded, or it is carried out by another date.',
      },
      obligations: ['O-32', 'I-16', 'I-23'],
      fields: {
        ...corrected,
        outcome: 'always',
        dueAt: 'sometimes',
        conciliation: 'sometimes',
        carriedOut: 'sometimes',
      },
    },
    DeliveryCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'La entrega fue de otro aviso que el registrado, en otra fecha o por otro medio, o no la hubo.',
        en: 'The delivery was of another notice than was recorded, at another time or by another channel, or never.',
      },
      obligations: ['O-27', 'I-12', 'I-23'],
      fields: { ...corrected, ...proof, ...arrival },
    },
    VisitCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'De la visita resultó otra cosa que la registrada, o a otra hora.',
        en: 'Something else came of the visit than was recorded, or at another time.',
      },
      obligations: ['O-28', 'O-30', 'I-15', 'I-23'],
      fields: {
        ...corrected,
        visit: 'always',
        outcome: 'always',
        startedAt: 'sometimes',
        endedAt: 'always',
        unannounced: 'sometimes',
        latest: 'sometimes',
        excused: 'sometimes',
      },
    },
    TechnicianCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'El responsable técnico era otro que el registrado.',
        en: 'The technical lead was another one than was recorded.',
      },
      obligations: ['O-18', 'I-23'],
      fields: { ...corrected, from: 'always', technician: 'always' },
    },
    MassOutageCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'Pertenece a otra falla general que la registrada, o a ninguna.',
        en: 'It belongs to another mass outage than was recorded, or to none.',
      },
      obligations: ['O-34', 'I-23'],
      fields: { ...corrected, from: 'always', outage: 'sometimes' },
    },
    DuplicateCorrected: {
      ...asFirstReleased,
      meaning: {
        es: 'Es duplicada de otra solicitud que la registrada.',
        en: 'It is the duplicate of another request than was recorded.',
      },
      obligations: ['I-12', 'I-23', 'I-25'],
      fields: { ...corrected, from: 'always', of: 'always', toldTo: 'always' },
    },
  },
});

import type { TFunction } from 'i18next'
import type { Faults } from '#web/form/use-form.ts'
import type { CircuitFull } from '../words.ts'

/** A circuit as its form holds it: speeds in Mbit/s and the time to restore in hours, as contracts say them. */
export type CircuitValues = {
  organisationId: string | null
  name: string
  operator: string
  lineIdentifier: string
  technology: string | null
  contract: string
  supportPhone: string
  supportEmail: string
  targetToRestoreMinutes: number | null
  siteId: string | null
  farSiteId: string | null
  assetId: string | null
  interfaceId: string | null
  downBps: number | null
  upBps: number | null
  notes: string
}

export function newCircuit(organisationId: string | null, siteId: string | null): CircuitValues {
  return {
    organisationId,
    name: '',
    operator: '',
    lineIdentifier: '',
    technology: 'fibre',
    contract: '',
    supportPhone: '',
    supportEmail: '',
    targetToRestoreMinutes: null,
    siteId,
    farSiteId: null,
    assetId: null,
    interfaceId: null,
    downBps: null,
    upBps: null,
    notes: '',
  }
}

export function valuesOf(circuit: CircuitFull): CircuitValues {
  const { targetToRestoreMinutes: target, downBps, upBps } = circuit
  return {
    ...pick(circuit),
    targetToRestoreMinutes: target === null ? null : Math.round((target / 60) * 100) / 100,
    downBps: downBps === null ? null : downBps / 1e6,
    upBps: upBps === null ? null : upBps / 1e6,
  }
}

function pick(circuit: CircuitFull) {
  const { organisationId, name, operator, lineIdentifier, technology, contract } = circuit
  const { supportPhone, supportEmail, siteId, farSiteId, assetId, interfaceId, notes } = circuit
  return {
    organisationId,
    name,
    operator,
    lineIdentifier,
    technology: technology as string,
    contract,
    supportPhone,
    supportEmail,
    siteId,
    farSiteId,
    assetId,
    interfaceId,
    notes,
  }
}

/** As the API takes them. */
export function inputOf({ technology, targetToRestoreMinutes, downBps, upBps, ...values }: CircuitValues) {
  return {
    ...values,
    // Said once, where the circuit is created.
    organisationId: undefined,
    supportEmail: values.supportEmail.trim(),
    interfaceId: values.assetId === null ? null : values.interfaceId,
    technology: (technology ?? 'other') as CircuitFull['technology'],
    targetToRestoreMinutes: targetToRestoreMinutes === null ? null : Math.round(targetToRestoreMinutes * 60),
    downBps: downBps === null ? null : Math.round(downBps * 1e6),
    upBps: upBps === null ? null : Math.round(upBps * 1e6),
  }
}

export function checkCircuit(t: TFunction<'network'>) {
  return (values: CircuitValues): Faults<CircuitValues> => ({
    organisationId: values.organisationId ? undefined : t('organisationMissing'),
    name: values.name.trim() ? undefined : t('nameMissing'),
    supportEmail: /^(|[^@\s]+@[^@\s]+\.[^@\s]+)$/.test(values.supportEmail.trim())
      ? undefined
      : t('circuits.emailWrong'),
    targetToRestoreMinutes:
      values.targetToRestoreMinutes === null || values.targetToRestoreMinutes > 0
        ? undefined
        : t('circuits.targetWrong'),
    downBps: (values.downBps ?? 0) >= 0 ? undefined : t('circuits.speedWrong'),
    upBps: (values.upBps ?? 0) >= 0 ? undefined : t('circuits.speedWrong'),
  })
}

import { audit } from '#audit'
import { estate } from '#estate'
import { identity } from '#identity'
import { inventory } from '#inventory'
import { network } from '#network'
import { notifications } from '#notifications'
import { supervision } from '#supervision'

/** The domains from the ground up: each may import those before it, through their doors, and no other. */
export const domains = [identity, audit, notifications, estate, network, inventory, supervision] as const

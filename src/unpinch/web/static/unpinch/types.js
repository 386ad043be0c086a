/**
 * What comes over the socket, as unpinch/terms/cue.py has it. Keys with a default may be missing.
 *
 * @typedef {"getting ready" | "moving" | "holding" | "away" | "releasing" | "paused" | "hurt"
 *   | "stopped" | "finished" | "ready"} Phase
 * @typedef {"left" | "right" | "both"} Side
 * @typedef {"hold" | "count" | "release" | "switch" | "stop" | "finished"} Tone
 *
 * @typedef {object} Cue
 * @property {string} kind
 * @property {number} at_ms
 * @property {string} say
 * @property {string} line
 * @property {number} priority
 * @property {number} room_ms
 * @property {Tone} [tone]
 * @property {number} [turn]
 *
 * @typedef {object} Scene
 * @property {number} at_ms
 * @property {Phase} phase
 * @property {string} [line]
 * @property {string | null} [exercise]
 * @property {string | null} [variation]
 * @property {string} [name]
 * @property {Side | null} [side]
 * @property {string} [pose]
 * @property {number | null} [turn]
 * @property {number} [repetition]
 * @property {number} [of]
 * @property {number} [set]
 * @property {number} [sets]
 * @property {number | null} [until_ms]
 * @property {number} [hold_ms]
 * @property {number} [left_ms]
 * @property {string} [told]
 * @property {string} [unit]
 * @property {number} [count]
 * @property {boolean} [panel]
 * @property {boolean} [held] false in a movement and an activity: there is nothing to let go of
 *
 * @typedef {object} News
 * @property {"state"} type
 * @property {string} session
 * @property {number} now_ms
 * @property {boolean} speaker
 * @property {Scene[]} scenes
 * @property {Cue[]} cues
 * @property {object | null} [summary]
 * @property {boolean} behind something is not in the diary yet
 * @property {boolean} watched the camera says when the person is in position
 *
 * @typedef {{type: "none"}} NoNews
 * @typedef {{type: "ack", key: string}} Ack
 * @typedef {{type: "refused", key: string | null, why: string}} Refused
 * @typedef {{type: "unstored", key: string}} Unstored
 * @typedef {News | NoNews | Ack | Refused | Unstored} Message
 *
 * @typedef {"sharp" | "spreading" | "stronger" | "stretch" | "alarm"} Felt
 *
 * @typedef {object} PageEvent
 * @property {string} event
 * @property {number} at_ms
 * @property {Felt | null} [kind]
 * @property {string | null} [where]
 *
 * @typedef {object} Wishes
 * @property {string} voice
 * @property {number} rate
 * @property {boolean} speech
 * @property {boolean} tones
 * @property {boolean} vibration
 * @property {boolean} flash
 * @property {boolean} camera on from the beginning
 * @property {string} which_camera
 * @property {boolean} record
 */

export {};

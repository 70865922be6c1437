/** The part of npm `qrcode` 1.5 that is used here; the package brings no types. */
declare module 'qrcode' {
  export function toString(
    text: string,
    options: { type: 'svg'; errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H'; margin: number },
  ): Promise<string>
}

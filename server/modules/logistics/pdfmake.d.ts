/** The part of pdfmake 0.3 that is used here; the package brings no types. */
declare module 'pdfmake' {
  interface Faces {
    normal: string
    bold: string
  }
  interface Svg {
    svg: string
    width: number
    height: number
    font: string
  }
  interface Definition {
    pageSize: { width: number; height: number }
    pageMargins: number
    info: { title: string; producer: string; creator: string }
    defaultStyle: { font: string }
    content: Svg[]
  }
  const pdfmake: {
    setFonts(fonts: Record<string, Faces>): void
    setUrlAccessPolicy(allows: (url: string) => boolean): void
    setLocalAccessPolicy(allows: (path: string) => boolean): void
    createPdf(definition: Definition): { getBuffer(): Promise<Buffer> }
  }
  export default pdfmake
}

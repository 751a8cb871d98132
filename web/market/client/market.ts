import './suggest.ts'

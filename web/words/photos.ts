import { words } from './pair.ts'

export const photos = words({
  'kernel.not_a_photo': [
    '请选 JPEG、PNG 或 WebP 格式的照片（手机相册里的照片都可以；HEIC 请先在相机设置里改成“兼容性最佳”）',
    'Please choose a JPEG, PNG or WebP photo (for HEIC, set the camera to “most compatible” first)',
  ],
  'kernel.broken_photo': [
    '这张照片打不开，可能损坏了或尺寸过大，请换一张',
    'This photo cannot be opened; it may be damaged or too large. Please choose another',
  ],
  'kernel.photo_too_large': [
    '照片太大，最多 {megabytes} MB，请换一张',
    'This photo is too large; the most is {megabytes} MB',
  ],
  'kernel.too_many_photos': [
    '还有 {most} 张照片没有用上，请先用掉或等两天后再传',
    '{most} of your photos are not used yet; use them first or wait two days',
  ],
  'kernel.unknown_photo': [
    '有照片没有传上来，或不是您传的，请重新上传',
    'One of the photos is missing or is not yours; please send it again',
  ],
})

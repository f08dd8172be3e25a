import { alexNetTwoTowers } from './alexnet-two-towers.ts';
import { alexNet } from './alexnet.ts';
import type { Architecture } from './architecture.ts';
import { c3d } from './c3d.ts';
import { convNeXts } from './convnext.ts';
import { denseNets } from './densenet.ts';
import { efficientNets } from './efficientnet.ts';
import { googLeNet } from './googlenet.ts';
import { gpt2Networks } from './gpt2.ts';
import { inceptionV3 } from './inception-v3.ts';
import { llamaNetworks } from './llama.ts';
import { maxVit } from './maxvit.ts';
import { mnasNets } from './mnasnet.ts';
import { mobileNetV1 } from './mobilenet-v1.ts';
import { mobileNetV2 } from './mobilenet-v2.ts';
import { mobileNetsV3 } from './mobilenet-v3.ts';
import { multiscaleTransformers } from './mvit.ts';
import { p3ds } from './p3d.ts';
import { regNets } from './regnet.ts';
import { resNets } from './resnet.ts';
import { s3d } from './s3d.ts';
import { segmentationNetworks } from './segmentation.ts';
import { shuffleNetsV1 } from './shufflenet-v1.ts';
import { shuffleNetsV2 } from './shufflenet-v2.ts';
import { squeezeNets } from './squeezenet.ts';
import { swinTransformers } from './swin-transformer.ts';
import { vggs } from './vgg.ts';
import { videoResNets } from './video-resnet.ts';
import { visionTransformers } from './vision-transformer.ts';
import { xception } from './xception.ts';

export type * from './architecture.ts';

/** Published networks by torchvision's names where it has them. */
export const architectures: Readonly<Record<string, Architecture>> = {
  alexnet: alexNet,
  alexnet_two_towers: alexNetTwoTowers,
  ...vggs,
  googlenet: googLeNet,
  ...resNets,
  ...denseNets,
  ...squeezeNets,
  inception_v3: inceptionV3,
  ...videoResNets,
  s3d,
  ...visionTransformers,
  ...swinTransformers,
  maxvit_t: maxVit,
  ...multiscaleTransformers,
  ...gpt2Networks,
  ...llamaNetworks,
  mobilenet_v1: mobileNetV1,
  mobilenet_v2: mobileNetV2,
  ...mnasNets,
  ...efficientNets,
  ...shuffleNetsV2,
  ...convNeXts,
  ...regNets,
  ...mobileNetsV3,
  ...segmentationNetworks,
  ...shuffleNetsV1,
  xception,
  c3d,
  ...p3ds,
};

/**
 * The architecture of that name.
 * @throws RangeError when the engine has none.
 */
export function architectureNamed(name: string): Architecture {
  const found = architectures[name];
  if (found === undefined) throw new RangeError(`no architecture is named ${name}`);
  return found;
}

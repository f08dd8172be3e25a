import { describe, expect, it } from 'vitest';
import { architectureNamed, rowAt, summarize, tensorsOf } from '../../../src/engine/index.ts';

/** The first tensors of a state dict, in order of execution, that start with `prefix`. */
function tensorsUnder(model: string, prefix: string): Record<string, readonly number[]> {
  const tensors = tensorsOf(architectureNamed(model).build());
  return Object.fromEntries(
    tensors.filter(({ name }) => name.startsWith(prefix)).map(({ name, shape }) => [name, shape]),
  );
}

describe('vision transformers', () => {
  it('name a layer’s tensors as torchvision’s checkpoint does', () => {
    expect(tensorsUnder('vit_b_16', 'encoder.layers.encoder_layer_11.')).toEqual({
      'encoder.layers.encoder_layer_11.ln_1.weight': [768],
      'encoder.layers.encoder_layer_11.ln_1.bias': [768],
      'encoder.layers.encoder_layer_11.self_attention.in_proj_weight': [2304, 768],
      'encoder.layers.encoder_layer_11.self_attention.in_proj_bias': [2304],
      'encoder.layers.encoder_layer_11.self_attention.out_proj.weight': [768, 768],
      'encoder.layers.encoder_layer_11.self_attention.out_proj.bias': [768],
      'encoder.layers.encoder_layer_11.ln_2.weight': [768],
      'encoder.layers.encoder_layer_11.ln_2.bias': [768],
      'encoder.layers.encoder_layer_11.mlp.0.weight': [3072, 768],
      'encoder.layers.encoder_layer_11.mlp.0.bias': [3072],
      'encoder.layers.encoder_layer_11.mlp.3.weight': [768, 3072],
      'encoder.layers.encoder_layer_11.mlp.3.bias': [768],
    });
  });

  it('hold class token and positions as tensors by themselves', () => {
    expect(tensorsUnder('vit_b_16', 'class_token')).toEqual({ class_token: [1, 1, 768] });
    expect(tensorsUnder('vit_b_16', 'encoder.pos')).toEqual({ 'encoder.pos_embedding': [1, 197, 768] });
  });

  it('grow by one position of 768 for each further patch', () => {
    const vit = architectureNamed('vit_b_16');
    const atDefault = summarize(vit.build()).parameters;
    expect(summarize(vit.build({ input: [3, 384, 384] })).parameters - atDefault).toBe(768 * (576 - 196));
    expect(summarize(vit.build({ input: [3, 224, 448] })).parameters - atDefault).toBe(768 * 196);
  });

  it('refuse a side that is no multiple of the patch', () => {
    expect(() => architectureNamed('vit_b_16').build({ input: [3, 225, 224] })).toThrow(
      new RangeError('input must be a multiple of the 16×16 patch, not 225×224'),
    );
  });
});

describe('swin transformers', () => {
  it('name a block’s tensors as torchvision’s checkpoint does', () => {
    expect(tensorsUnder('swin_t', 'features.3.1.attn.')).toEqual({
      'features.3.1.attn.relative_position_bias_table': [169, 6],
      'features.3.1.attn.relative_position_index': [2401],
      'features.3.1.attn.qkv.weight': [576, 192],
      'features.3.1.attn.qkv.bias': [576],
      'features.3.1.attn.proj.weight': [192, 192],
      'features.3.1.attn.proj.bias': [192],
    });
    expect(tensorsUnder('swin_t', 'features.2.')).toEqual({
      'features.2.norm.weight': [384],
      'features.2.norm.bias': [384],
      'features.2.reduction.weight': [192, 384],
    });
    expect(tensorsUnder('swin_t', 'features.0.')).toEqual({
      'features.0.0.weight': [96, 3, 4, 4],
      'features.0.0.bias': [96],
      'features.0.2.weight': [96],
      'features.0.2.bias': [96],
    });
  });

  it('norm after the reduction in version 2, whose attention has a scale and a position MLP', () => {
    expect(tensorsUnder('swin_v2_t', 'features.2.norm')).toEqual({
      'features.2.norm.weight': [192],
      'features.2.norm.bias': [192],
    });
    expect(Object.keys(tensorsUnder('swin_v2_t', 'features.1.0.attn.'))).toEqual(
      expect.arrayContaining([
        'features.1.0.attn.logit_scale',
        'features.1.0.attn.relative_coords_table',
        'features.1.0.attn.cpb_mlp.0.weight',
        'features.1.0.attn.cpb_mlp.2.weight',
      ]),
    );
  });

  it('keep the frames and halve the map when a clip’s patches are merged', () => {
    const summary = summarize(architectureNamed('swin3d_t').build());
    expect(rowAt(summary, 'patch_embed.norm').outputShape).toEqual([8, 56, 56, 96]);
    expect(rowAt(summary, 'features.5.reduction').outputShape).toEqual([8, 7, 7, 768]);
    expect(Object.keys(tensorsUnder('swin3d_t', 'features.0.0.norm1'))).toHaveLength(2);
  });

  it('pad a clip to whole patches: 15 frames cost what 16 do', () => {
    const swin = architectureNamed('swin3d_t');
    const macs = summarize(swin.build({ input: [3, 15, 222, 224] })).macs;
    expect(macs).toBe(summarize(swin.build()).macs);
  });

  it('merge an odd map as if it were one larger', () => {
    const summary = summarize(architectureNamed('swin_t').build({ input: [3, 240, 240] }));
    expect(rowAt(summary, 'features.4.gather').outputShape).toEqual([15, 15, 768]);
    expect(rowAt(summary, 'features.6.gather').outputShape).toEqual([8, 8, 1536]);
  });
});

describe('maxvit_t', () => {
  it('names its layers’ tensors as torchvision’s checkpoint does', () => {
    const names = Object.keys(tensorsUnder('maxvit_t', 'blocks.0.layers.0.layers.'));
    expect(names).toEqual(
      expect.arrayContaining([
        'blocks.0.layers.0.layers.MBconv.proj.1.weight',
        'blocks.0.layers.0.layers.MBconv.layers.pre_norm.running_mean',
        'blocks.0.layers.0.layers.MBconv.layers.conv_a.0.weight',
        'blocks.0.layers.0.layers.MBconv.layers.squeeze_excitation.fc1.bias',
        'blocks.0.layers.0.layers.MBconv.layers.conv_c.bias',
        'blocks.0.layers.0.layers.window_attention.attn_layer.1.to_qkv.weight',
        'blocks.0.layers.0.layers.window_attention.attn_layer.1.merge.bias',
        'blocks.0.layers.0.layers.window_attention.attn_layer.1.relative_position_bias_table',
        'blocks.0.layers.0.layers.grid_attention.mlp_layer.3.weight',
      ]),
    );
  });

  it('refuses maps its windows do not divide, as torchvision does', () => {
    expect(() => architectureNamed('maxvit_t').build({ input: [3, 256, 256] })).toThrow(
      new RangeError('window[0] must divide the map: 64 is not a multiple of 7'),
    );
  });
});

describe('multiscale vision transformers', () => {
  it('name a block’s tensors as torchvision’s checkpoint does', () => {
    expect(tensorsUnder('mvit_v2_s', 'blocks.1.')).toMatchObject({
      'blocks.1.attn.qkv.weight': [576, 96],
      'blocks.1.attn.project.0.weight': [192, 192],
      'blocks.1.attn.pool_q.pool.weight': [96, 1, 3, 3, 3],
      'blocks.1.attn.pool_v.norm_act.0.bias': [96],
      'blocks.1.attn.rel_pos_h': [55, 96],
      'blocks.1.attn.rel_pos_t': [15, 96],
      'blocks.1.project.weight': [192, 96],
      'blocks.1.norm2.weight': [192],
      'blocks.1.mlp.3.weight': [192, 768],
    });
    expect(tensorsUnder('mvit_v1_b', 'pos_encoding.')).toEqual({
      'pos_encoding.class_token': [96],
      'pos_encoding.temporal_pos': [8, 96],
      'pos_encoding.spatial_pos': [3136, 96],
      'pos_encoding.class_pos': [96],
    });
  });

  it('halve the map three times and keep the class token', () => {
    const summary = summarize(architectureNamed('mvit_v1_b').build());
    expect(rowAt(summary, 'blocks.0.attn').outputShape).toEqual([1 + 8 * 56 * 56, 96]);
    expect(rowAt(summary, 'blocks.15.add2').outputShape).toEqual([1 + 8 * 7 * 7, 768]);
  });

  it('refuse clips whose tokens fill no grid', () => {
    expect(() => architectureNamed('mvit_v2_s').build({ input: [3, 15, 224, 224] })).toThrow(RangeError);
    expect(() => architectureNamed('mvit_v2_s').build({ input: [3, 16, 224, 240] })).toThrow(RangeError);
  });
});
